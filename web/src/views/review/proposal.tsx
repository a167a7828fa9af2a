import type { Proposal } from '../../../../src/5-ledger/index.ts'
import { useTimes } from '../../address/use-address.ts'
import { useRead, useRecord } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { showDay } from '../../parts/days.ts'
import { ActorLink } from '../../parts/links.tsx'
import { Context, RecordHead } from './record.tsx'

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`

function Side({ id, title }: { readonly id: string; readonly title: string }) {
  const { data, error } = useRecord(id)
  return (
    <section aria-label={title} className="min-h-48 space-y-4">
      <p className="label">
        {title}
        {data?.publishedOn ? `, ${showDay(data.publishedOn)}` : ''}
      </p>
      {error && <p className="text-soft">It is no longer held: {error.message}</p>}
      {data?.id === id && (
        <>
          <RecordHead of={data} />
          <Context of={data} more={0} />
        </>
      )}
    </section>
  )
}

/** Who an actor is: the names that reports call it by, and in which reports. */
function ActorSide({ id, title }: { readonly id: string; readonly title: string }) {
  const { known } = useTimes()
  const { data } = useRead(['links', id, known], () => client.links(id, known ? { known } : {}))
  const links = (data?.rows ?? []).filter((link) => link.retractedAt === null)
  const names = [...new Set(links.flatMap(({ as }) => [as.name, ...as.aliases]))]
  return (
    <section aria-label={title} className="min-h-48 space-y-3">
      <p className="label">{title}</p>
      {names[0] && (
        <h2 className="text-xl font-semibold tracking-tight">
          <ActorLink of={{ id, name: names[0] }} />
        </h2>
      )}
      <p>{links[0]?.as.type}</p>
      {names.length > 1 && <p className="text-soft">Also called {names.slice(1).join(', ')}</p>}
      <p className="text-s text-soft">Named in {new Set(links.map((link) => link.document)).size} reports</p>
    </section>
  )
}

/** Something that the ledger noticed: the two it is about, and what accepting it would do. */
export function ProposalItem({ of }: { readonly of: Proposal }) {
  const [First, means, does] =
    of.kind === 'supersedes'
      ? ([
          Side,
          'Does the later report take the place of the earlier?',
          'Accepted, an earlier office or tie holds until the day of the later; both stay as they were read.',
        ] as const)
      : ([
          ActorSide,
          'Are these one and the same?',
          'Accepted, the second is taken for the first in every report, until somebody splits them.',
        ] as const)
  return (
    <article className="space-y-6">
      <div>
        <p className="text-l font-semibold">{means}</p>
        <p className="text-soft">
          Proposed because: {sentence(of.reason.text)} {does}
        </p>
      </div>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <First id={of.first} title={of.kind === 'supersedes' ? 'The earlier' : 'The first'} />
        <First id={of.second} title={of.kind === 'supersedes' ? 'The later' : 'The second'} />
      </div>
    </article>
  )
}
