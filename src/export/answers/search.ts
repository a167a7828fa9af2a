import type { Answer, Found, FoundText } from '../../6-answer/index.ts'
import { actorEntry } from './actors.ts'
import {
  citations,
  entry,
  type Look,
  names,
  type Page,
  passages,
  render,
  showDay,
  showStanding,
  showWhen,
} from './layout.ts'

function report({ title, publisher, publishedAt, id, quotes }: FoundText, page: Page): string[] {
  const notes = [publisher ?? '', publishedAt ? showDay(publishedAt) : '', id].filter(Boolean).join(' · ')
  const words = quotes.map((quote) => quote.words)
  return [...entry('report', 'cyan', title ?? publisher ?? 'A report', [notes], page), ...passages(words, page)]
}

export const renderSearch = (answer: Answer<Found>, look: Look = {}): string =>
  render(answer, look, (row, page) => {
    if (row.found === 'actor') return actorEntry(row, page)
    if (row.found === 'report') return report(row, page)
    const notes = [row.kind, showWhen(row.when), showStanding(row)].filter(Boolean).join(' · ')
    return [...entry(row.subtype, 'cyan', names(row.actors), [notes], page), ...citations(row.citations, page)]
  })
