import type { Publisher } from '../../../../src/5-ledger/index.ts'
import type { Disagreement, Side as SideOf } from '../../../../src/6-answer/index.ts'
import { useRead, useRecord } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { showDay, showWhen } from '../../parts/days.ts'
import { around, type Mark, Passage, useKept } from '../../parts/passage.tsx'
import { Source, wordsOf } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { differing } from './differs.ts'

const RELIABILITIES: Readonly<Record<NonNullable<Publisher['reliability']>, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

function Reliability({ of }: { readonly of: string | null }) {
  const { data } = useRead(['publishers'], () => client.publishers())
  const reliability = data?.rows.find(({ name }) => name === of)?.reliability
  if (!of || !reliability) return null
  return (
    <p className="text-s text-soft">
      {of}: {reliability}, {RELIABILITIES[reliability]}
    </p>
  )
}

const edgesOf = (quotes: SideOf['citation']['quotes']) => ({
  start: Math.min(...quotes.map((q) => q.start)),
  end: Math.max(...quotes.map((q) => q.end)),
})

/** One side: who says so, the words in their sentence with what differs lit, when it is told to have been. */
export function Side({
  of,
  other,
  type,
  title,
  judge,
}: {
  readonly of: SideOf
  readonly other: SideOf
  readonly type: Disagreement['type']
  readonly title: string
  readonly judge: ((verdict: 'reject' | 'retract') => void) | null
}) {
  const { citation, when } = of
  const { data: record } = useRecord(of.record)
  const text = useKept(citation.document, citation.version)?.document.text
  // Until the report is here, its words stand alone, at their place in an empty text.
  const shown = text ?? citation.quotes.reduce((all, { start, words }) => all.padEnd(start) + words, '')
  const within = text === undefined ? edgesOf(citation.quotes) : around(text, citation.quotes, 0)
  const whose = citation.according.at(-1) ?? citation.publisher ?? 'A report of unknown origin'
  const marks: readonly Mark[] = [
    ...citation.quotes.map(({ start, end }): Mark => ({ start, end, look: 'meant' })),
    ...differing(type, of, record, other).map((span): Mark => ({ ...span, look: 'lit' })),
  ]
  return (
    <section aria-label={`${title}: ${wordsOf(citation.quotes)}`} className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <strong>{whose}</strong>
        <span className="text-s text-soft">{title}</span>
        {record && <StandingWords of={record.record} />}
      </p>
      <div className="min-h-20 flex-1">
        <figure className="border-l-2 border-line pl-3">
          <Passage text={shown} within={within} marks={marks} />
          <figcaption className="mt-1 text-s text-soft">
            <Source of={citation} />
          </figcaption>
        </figure>
      </div>
      <p className="text-s text-soft">
        {when.dated ? `Of ${showWhen(when)}` : 'No day is given'} · recorded {showDay(citation.recordedAt)}
      </p>
      <Reliability of={citation.publisher} />
      {judge && (
        <p className="flex flex-wrap gap-2">
          <Button onClick={() => judge('reject')}>Read wrongly</Button>
          <Button look="quiet" onClick={() => judge('retract')}>
            No longer counts
          </Button>
        </p>
      )}
    </section>
  )
}
