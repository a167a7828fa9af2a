import type { Disagreement as DisagreementOf, Side as SideOf } from '../../../../src/6-answer/index.ts'
import type { RecordKind } from '../../../../src/model/index.ts'
import { useRecord } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { showDay } from '../../parts/days.ts'
import { Kind } from '../../parts/kind.tsx'
import { wordsOf } from '../../parts/quoted.tsx'
import type { Pending } from './judge-dialog.tsx'
import { Side } from './side.tsx'
import { reasonOf, TYPES } from './words.ts'

const quote = (side: SideOf): string => `“${wordsOf(side.citation.quotes)}”`

const rejecting = (side: SideOf): Pending => ({
  title: 'Reject: read wrongly',
  means: 'The words do not say this, or were read wrongly: the record is taken out of every answer. It can be undone.',
  of: side.record,
  verdict: 'Rejected',
  what: quote(side),
  make: (why) => client.judge(side.record, 'reject', why),
})

const retracting = (side: SideOf): Pending => ({
  title: 'Retract: no longer counts',
  means: 'It was read rightly but no longer counts, as where its source took it back. It can be undone.',
  of: side.record,
  verdict: 'Retracted',
  what: quote(side),
  make: (why) => client.judge(side.record, 'retract', why),
})

const splitting = (cluster: string, { earlier, later }: DisagreementOf): Pending => ({
  title: 'These are two different things',
  means: 'The ledger took both for reports of one thing. Apart, each stands for itself. It can be undone.',
  of: cluster,
  verdict: 'Taken apart',
  what: `${quote(earlier)} and ${quote(later)}`,
  make: (why) => client.splitCluster(cluster, [later.record], why),
})

/** What the two are put together by: the same cluster, where they are in one. */
function useShared({ earlier, later }: DisagreementOf): string | null {
  const { data: one } = useRecord(earlier.record)
  const { data: other } = useRecord(later.record)
  return one?.cluster && one.cluster === other?.cluster ? one.cluster : null
}

function Head({ of }: { readonly of: DisagreementOf }) {
  const revision = of.kind === 'revision'
  return (
    <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span
        className={`rounded-full border px-3 text-s font-semibold ${revision ? 'border-wait text-wait' : 'border-stop text-stop'}`}
      >
        {revision ? 'Revised' : TYPES[of.type].label}
      </span>
      <Kind kind={of.later.kind as RecordKind} type={of.later.subtype} />
      <span>{reasonOf(of)}</span>
      <span className="ml-auto text-s text-soft">Noticed {showDay(of.recordedAt)}</span>
    </header>
  )
}

/** Two reports of one thing side by side, why the ledger sets them against each other, and what can be judged. */
export function Disagreement({
  of,
  ask,
}: {
  readonly of: DisagreementOf
  /** Null: who looks may not judge, or looks at the past. */
  readonly ask: ((pending: Pending) => void) | null
}) {
  const shared = useShared(of)
  const judging = (side: SideOf) =>
    ask && ((verdict: 'reject' | 'retract') => ask(verdict === 'reject' ? rejecting(side) : retracting(side)))
  return (
    <article className="space-y-4 py-2">
      <Head of={of} />
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        <Side of={of.earlier} other={of.later} type={of.type} title="Told first" judge={judging(of.earlier)} />
        <Side
          of={of.later}
          other={of.earlier}
          type={of.type}
          title={of.kind === 'revision' ? 'Revised to' : 'Told later'}
          judge={judging(of.later)}
        />
      </div>
      {shared && ask && <Button onClick={() => ask(splitting(shared, of))}>These are two different things</Button>}
    </article>
  )
}
