import type { Answer, Disagreement, Side } from '../../6-answer/index.ts'
import { oneLine } from '../describe.ts'
import { harmless, shorten, wrap } from '../paint.ts'
import { entry, type Look, type Page, render, showDay, showWhen } from './layout.ts'

const GAP = 3

function column({ citation, when }: Side, width: number): string[] {
  const words = shorten(citation.quotes.map((q) => oneLine(q.words)).join(' … '), 300)
  const who = citation.according.length > 0 ? `${citation.according.at(-1)}, in ` : ''
  const published = citation.publishedAt ? `, ${showDay(citation.publishedAt)}` : ''
  const about = when.dated ? [`of ${showWhen(when)}`] : []
  return [`“${words}”`, `— ${who}${citation.publisher ?? 'a report'}${published}`, ...about, citation.record].flatMap(
    (text) => wrap(harmless(text), width),
  )
}

/** Both sides' words next to each other. */
function sideBySide(left: Side, right: Side, { width }: Page): string[] {
  const half = Math.floor((width - GAP) / 2)
  const [a, b] = [column(left, half), column(right, half)]
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    `${(a[i] ?? '').padEnd(half)} │ ${b[i] ?? ''}`.trimEnd(),
  )
}

export const renderDisagreements = (answer: Answer<Disagreement>, look: Look = {}): string =>
  render(answer, look, (row, page) => [
    ...entry(
      row.kind === 'revision' ? 'revision' : row.type,
      'yellow',
      row.reason,
      [`${row.earlier.kind} ${row.earlier.subtype}`],
      page,
    ),
    ...sideBySide(row.earlier, row.later, page),
  ])
