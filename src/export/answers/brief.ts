import type { Answer, Section, Sentence } from '../../6-answer/index.ts'
import { harmless, wrap } from '../paint.ts'
import { heading, type Look, type Page, pageOf, render, showDay, showSupport } from './layout.ts'

const TITLES: Readonly<Record<Section, string>> = {
  happened: 'What happened',
  agreed: 'What is agreed',
  hangs: 'What hangs on what',
  said: 'Who said what',
  counted: 'How many',
  offices: 'Who holds what office',
  disagreed: 'Where reports disagree',
}

/** A page of sentences with numbers for their citations, and the citations under them. */
export function renderBrief(answer: Answer<Sentence>, look: Look = {}): string {
  if (answer.none) return render(answer, look, () => [])
  const page = pageOf(look)
  const numbers = new Map<string, number>()
  const cited = answer.rows.flatMap((row) => row.citations)
  for (const { record } of cited) if (!numbers.has(record)) numbers.set(record, numbers.size + 1)
  const lines = answer.rows.flatMap((row, i) => [
    ...(row.section === answer.rows[i - 1]?.section ? [] : heading(TITLES[row.section], page)),
    ...told(row, numbers, page),
  ])
  const sources = [...numbers].flatMap(([record, n]) => {
    const c = cited.find((one) => one.record === record)!
    const where = [
      c.publisher ?? c.title ?? 'a report',
      c.publishedAt ? showDay(c.publishedAt) : '',
      c.url ?? '',
      c.record,
    ]
      .filter(Boolean)
      .join(', ')
    return [page.paint('dim', harmless(`[${n}] ${where}`))]
  })
  return `${[...lines.slice(1), ...heading('Sources', page), ...sources].join('\n')}\n`
}

function told(row: Sentence, numbers: ReadonlyMap<string, number>, page: Page): string[] {
  const marks = row.citations.map((c) => `[${numbers.get(c.record)}]`).join('')
  const support = row.support ? showSupport(row.support) : ''
  const lines = wrap(harmless(`• ${row.text} ${marks}`), page.width - 2).map((line, i) =>
    i === 0 ? line : `  ${line}`,
  )
  return support ? [...lines, `  ${page.paint('dim', support)}`] : lines
}
