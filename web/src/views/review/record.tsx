import { useMemo } from 'react'
import type { HeldRecord, Quote } from '../../../../src/5-ledger/index.ts'
import { showDay } from '../../parts/days.ts'
import { Kind } from '../../parts/kind.tsx'
import { around, type Mark, Passage, useKept } from '../../parts/passage.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { KINDS } from '../../parts/words.ts'
import { Details } from '../reading/details.tsx'
import { readableOfKept } from '../reading/readable.ts'
import { lineOf } from './line.ts'
import { RecordSource } from './source.tsx'

const CUES = ['cue', 'cues']

/** The words that a record was read from, and within them those that decided. */
export function marksOf({ evidence, quotes }: HeldRecord): readonly Mark[] {
  const mark =
    (look: Mark['look']) =>
    (quote: Quote): Mark => ({ start: quote.start, end: quote.end, look })
  const [{ version } = { version: 1 }] = evidence
  const cues = CUES.flatMap((field) => quotes[field] ?? []).filter((quote) => quote.version === version)
  return [...evidence.map(mark('lit')), ...cues.map(mark('cue'))]
}

export function RecordHead({ of }: { readonly of: HeldRecord }) {
  return (
    <header className="space-y-1">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <Kind kind={of.kind} type={of.subtype} />
        <span className="text-s text-soft">{KINDS[of.kind]}</span>
        <StandingWords of={of.record} />
      </p>
      <h2 className="text-xl font-semibold tracking-tight">{lineOf(of)}</h2>
    </header>
  )
}

/** The sentence of a record with those around it, the words that are meant lit. */
export function Context({ of, more }: { readonly of: HeldRecord; readonly more: number }) {
  const version = of.evidence[0]?.version ?? of.citation.version
  const text = useKept(of.citation.document, version)?.document.text
  return (
    <figure className="min-h-24 space-y-2">
      {text === undefined ? (
        <blockquote className="words">“{of.evidence.map((quote) => quote.words).join(' … ')}”</blockquote>
      ) : (
        <Passage text={text} within={around(text, of.evidence, more)} marks={marksOf(of)} />
      )}
      <figcaption className="text-s text-soft">
        <RecordSource of={of} />
        {of.publishedOn === null ? '' : `, published ${showDay(of.publishedOn)}`}
      </figcaption>
    </figure>
  )
}

/** All that is needed to judge a record: what it says, its words in their surroundings, on whose word, and why. */
export function RecordItem({ of }: { readonly of: HeldRecord }) {
  const kept = useKept(of.citation.document, of.evidence[0]?.version ?? of.citation.version)
  const readable = useMemo(() => kept && readableOfKept(kept, [of]), [kept, of])
  return (
    <article className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="space-y-6">
        <RecordHead of={of} />
        <Context of={of} more={2} />
      </div>
      <div className="min-h-48">{readable && <Details of={of.record} readable={readable} />}</div>
    </article>
  )
}
