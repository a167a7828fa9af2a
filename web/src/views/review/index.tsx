import { useEffect, useState } from 'react'
import { useSetAddress, useTimes } from '../../address/use-address.ts'
import { Button } from '../../parts/button.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { JudgedList } from '../../parts/judged-list.tsx'
import { useMayJudge } from '../../parts/judging.ts'
import { Failed, Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { formatCount } from '../../parts/words.ts'
import { CorrectionForm } from '../documents/correction/index.tsx'
import { Actions } from './actions.tsx'
import { Ended } from './ended.tsx'
import { Narrow, useNarrowing } from './narrow.tsx'
import { ProposalItem } from './proposal.tsx'
import { type Item, useAhead, useQueue } from './queue.ts'
import { RecordItem } from './record.tsx'
import { useWalk, type Walk } from './use-walk.ts'

function Progress({ walk, total }: { readonly walk: Walk; readonly total: number }) {
  const at = Math.min(walk.at + 1, total)
  return (
    <div className="mb-6">
      <p className="mb-1 flex justify-between gap-4 text-s text-soft">
        <span>
          <strong className="text-ink">{formatCount(at)}</strong> of {formatCount(total)}
        </span>
        <span>{formatCount(walk.judged.size)} judged in this sitting</span>
      </p>
      <div aria-hidden="true" className="h-1 rounded-full bg-line">
        <div
          className="moves h-1 rounded-full bg-accent"
          style={{ width: `${total === 0 ? 0 : (100 * at) / total}%` }}
        />
      </div>
    </div>
  )
}

/** Why nothing can be judged here; null: it can. */
function useHindrance(): React.ReactNode {
  const { known } = useTimes()
  const set = useSetAddress()
  const mayJudge = useMayJudge()
  if (!mayJudge) return 'Your token may only read. An analyst’s may judge.'
  if (!known) return null
  return (
    <>
      This is what waited then. Judgements are made in the present.{' '}
      <Button onClick={() => set({ known: undefined, asOf: undefined })}>Back to now</Button>
    </>
  )
}

function Shown({ item, walk }: { readonly item: Item; readonly walk: Walk }) {
  const judged = walk.judged.get(item.id)
  return (
    <div className="min-h-96 py-2">
      <div role="status" className="min-h-6 text-s">
        {judged && (
          <strong className={judged.verdict === 'Rejected' ? 'text-stop' : 'text-good'}>{judged.verdict}</strong>
        )}
      </div>
      {walk.problem?.item === item.id && (
        <p role="alert" className="mb-4 text-stop">
          This was not judged: {walk.problem.text}
        </p>
      )}
      {item.kind === 'record' ? <RecordItem of={item.record} /> : <ProposalItem of={item.proposal} />}
    </div>
  )
}

/** Who opened the form by its key goes on in it. */
const focusFirst = (form: HTMLDivElement | null): void => form?.querySelector<HTMLElement>('select, input')?.focus()

/** What waits for a person, one at a time. */
export function Review() {
  const narrowing = useNarrowing()
  const times = useTimes()
  const { kinds, publishers } = narrowing
  const queue = useQueue({ kinds, publishers, times })
  const walk = useWalk(queue.items, queue.more === null)
  useAhead(walk.at, queue.items.length, queue.more)
  const hindrance = useHindrance()
  const [correcting, setCorrecting] = useState(false)
  const { item } = walk
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item has another form
  useEffect(() => setCorrecting(false), [item?.id])
  return (
    <View
      title="Review"
      lead="What the reader made of reports, and what the ledger noticed: right or wrong? One key each; everything can be undone."
      actions={
        <ExportMenu question="waiting" options={{ kinds, ...(publishers.length > 0 ? { sources: publishers } : {}) }} />
      }
    >
      <Narrow {...narrowing} />
      {queue.error ? (
        <Failed error={queue.error} retry={queue.retry} />
      ) : queue.loading ? (
        <Loading />
      ) : (
        <>
          <Progress walk={walk} total={queue.total} />
          {hindrance && <p className="mb-4 text-soft">{hindrance}</p>}
          <Actions
            walk={walk}
            mayJudge={hindrance === null}
            correct={item?.kind === 'record' ? () => setCorrecting(true) : null}
          />
          {correcting && item?.kind === 'record' && (
            <div ref={focusFirst} className="mt-4 max-w-[640px]">
              <CorrectionForm
                key={item.id}
                of={item.record}
                correct={walk.correct}
                close={() => setCorrecting(false)}
              />
            </div>
          )}
          <div className="mt-4 border-t border-line pt-2">
            {item ? (
              <Shown key={item.id} item={item} walk={walk} />
            ) : walk.ended ? (
              <Ended walk={walk} narrowed={kinds.length + publishers.length > 0} />
            ) : (
              <Loading />
            )}
          </div>
          <JudgedList undone={walk.goTo} />
        </>
      )}
    </View>
  )
}
