import { Fragment } from 'react'
import type { KeptReading } from '../../../src/5-ledger/index.ts'
import type { Span } from '../../../src/model/index.ts'
import { useTimes } from '../address/use-address.ts'
import { useRead } from '../api/ask.ts'
import { client } from '../api/client.ts'

/** How a stretch is shown: the words that are meant, what differs in them, what made them be found. */
export interface Mark extends Span {
  readonly look: 'meant' | 'lit' | 'cue'
}

/** A version of a report as it is read; undefined while it is on its way. */
export function useKept(document: string | undefined, version: number | undefined): KeptReading | undefined {
  const { known } = useTimes()
  const of = { ...(known ? { known } : {}), ...(version === undefined ? {} : { version }) }
  const { data } = useRead(
    ['reading', document, version, known],
    () => client.reading(document!, of),
    document !== undefined,
  )
  return data?.document.document === document && data?.version === version ? data : undefined
}

const ENDS = /[.!?]["”’']?(?=\s)|\n{2,}/gu

/** The sentences around spans: `more` of them on either side, never beyond the paragraph where `more` is 0. */
export function around(text: string, spans: readonly Span[], more: number): Span {
  const [from, to] = [Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end))]
  const ends = [...text.matchAll(ENDS)].map((match) => match.index + match[0].length)
  const before = ends.filter((end) => end <= from)
  const after = ends.filter((end) => end >= to)
  return { start: before.at(-1 - more) ?? 0, end: after[more] ?? text.length }
}

const LOOKS: Readonly<Record<Mark['look'], string>> = {
  meant: 'text-ink',
  lit: 'rounded-[2px] bg-hit text-ink',
  cue: 'text-ink underline decoration-accent decoration-2 underline-offset-4',
}

interface Piece extends Span {
  readonly looks: readonly Mark['look'][]
}

/** Cuts a stretch of the text wherever a mark begins or ends. */
export function cut(within: Span, marks: readonly Mark[]): Piece[] {
  const at = (n: number): number => Math.max(within.start, Math.min(within.end, n))
  const edges = marks.flatMap(({ start, end }) => [at(start), at(end)])
  const places = [...new Set([within.start, ...edges, within.end])].sort((a, b) => a - b)
  return places.slice(1).map((end, k) => {
    const start = places[k]!
    const looks = marks.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.look)
    return { start, end, looks: [...new Set(looks)] }
  })
}

/** Exact words of a report in their surroundings: what is meant stands out, the rest is soft. */
export function Passage({
  text,
  within,
  marks,
  quote = false,
}: {
  readonly text: string
  readonly within: Span
  readonly marks: readonly Mark[]
  readonly quote?: boolean
}) {
  const pieces = cut(within, marks)
  return (
    <blockquote className="words max-w-[76ch] whitespace-pre-line text-soft">
      {quote && '“'}
      {pieces.map(({ start, end, looks }, k) => {
        const words = text.slice(start, end)
        const shown = k === 0 ? words.trimStart() : words
        if (looks.length === 0) return <Fragment key={start}>{shown}</Fragment>
        const Tag = looks.includes('lit') ? 'mark' : 'span'
        return (
          <Tag key={start} className={looks.map((look) => LOOKS[look]).join(' ')}>
            {shown}
          </Tag>
        )
      })}
      {quote && '”'}
    </blockquote>
  )
}
