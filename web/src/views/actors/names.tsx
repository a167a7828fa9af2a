import { useState } from 'react'
import type { ActorLink as Taken } from '../../../../src/5-ledger/index.ts'
import type { Known } from '../../../../src/6-answer/index.ts'
import { useTimes } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { plural } from '../../parts/words.ts'
import { actorWords, FindActor } from './find-actor.tsx'
import { JudgeDialog } from './judge-dialog.tsx'
import { Judged } from './judged.tsx'
import { LinkList } from './link-list.tsx'

interface Asks {
  readonly of: Known
  readonly open: boolean
  readonly close: () => void
}

function Merge({ of, open, close }: Asks) {
  const [other, setOther] = useState<Known | null>(null)
  const shut = (): void => {
    setOther(null)
    close()
  }
  return (
    <JudgeDialog
      title={`Merge ${of.name} with another actor`}
      does="Merge"
      open={open}
      close={shut}
      judge={other && ((why) => client.merge(of.id, other.id, why))}
      judged={shut}
    >
      <FindActor self={of.id} chosen={other} choose={setOther} />
      {other && (
        <p className="border-l-2 border-accent pl-3">
          <strong>{actorWords(other)}</strong> will be taken for <strong>{actorWords(of)}</strong>: one page, one line
          in every list, and the records of both together. Its old address leads here. No report is changed, and it can
          be undone.
        </p>
      )}
    </JudgeDialog>
  )
}

function Split({ of, open, close, links }: Asks & { readonly links: readonly Taken[] }) {
  const names = [...new Set(links.map(({ as }) => as.name))]
  return (
    <JudgeDialog
      title={`Split off from ${of.name}`}
      does="Split off"
      open={open}
      close={close}
      judge={(why) =>
        client.split(
          of.id,
          links.map(({ id }) => id),
          why,
        )
      }
      judged={close}
    >
      <p className="border-l-2 border-accent pl-3">
        “{names.join('”, “')}” of <strong>{plural(links.length, 'report')}</strong> becomes an actor of its own, with
        what these reports tell of it; all else stays with {of.name}. No report is changed, and it can be undone.
      </p>
    </JudgeDialog>
  )
}

/** Whether there is anything to judge here, and if not, why. */
function useMay(): string | null {
  const { known } = useTimes()
  const { data } = useRead(['me'], () => client.me())
  if (known) return 'You see the ledger as it was. Go back to now to merge or split.'
  return data?.role === 'reader' ? 'Your token is for reading: it cannot merge or split.' : null
}

/** By which names reports call it, why each was taken for it; what is taken wrongly is split off or merged. */
export function Names({ of }: { readonly of: Known }) {
  const times = useTimes()
  const links = useRead(['links', of.id, times], () => client.links(of.id, times))
  const refused = useMay()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asks, setAsks] = useState<'merge' | 'split' | null>(null)
  if (links.error) return <Failed error={links.error} retry={() => void links.refetch()} />
  if (!links.data) return <Loading rows={3} />
  const rows = links.data.rows.filter(({ retractedAt }) => retractedAt === null || times.known !== undefined)
  const picked = rows.filter(({ id }) => chosen.has(id))
  const all = picked.length === rows.length
  const close = (): void => {
    setAsks(null)
    setChosen(new Set())
  }
  const choose = (ids: readonly string[], on: boolean): void =>
    setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))))
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={refused !== null || picked.length === 0 || all} onClick={() => setAsks('split')}>
          {picked.length === 0 ? 'Split off' : `Split off ${picked.length} of ${rows.length}`}
        </Button>
        <Button disabled={refused !== null} onClick={() => setAsks('merge')}>
          Merge with another …
        </Button>
        <p className="text-s text-soft" role="status">
          {refused ??
            (all && rows.length > 0
              ? 'Leave at least one: all of them are this actor.'
              : 'Choose the reports that mean somebody else to split them off.')}
        </p>
      </div>
      <Judged actor={of.id} may={refused === null} />
      <LinkList links={rows} chosen={chosen} choose={refused === null ? choose : null} />
      <Merge of={of} open={asks === 'merge'} close={close} />
      <Split of={of} open={asks === 'split'} close={close} links={picked} />
    </div>
  )
}
