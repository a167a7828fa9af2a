import type { Answer, Hanging, Pact, Step } from '../../6-answer/index.ts'
import {
  citations,
  entry,
  INDENT,
  type Look,
  names,
  type Page,
  render,
  showStanding,
  showSupport,
  showWhen,
} from './layout.ts'

const step = (row: Step, page: Page): string[] => [
  ...entry(
    row.status,
    'green',
    showWhen(row.when),
    [[showStanding(row), showSupport(row.support)].filter(Boolean).join(' · ')],
    page,
  ),
  ...citations(row.citations, { ...page, citations: 1 }),
]

const VERBS: Readonly<Record<Hanging['relation'], readonly [asAntecedent: string, asConsequent: string]>> = {
  requires: ['needed for', 'needs'],
  enables: ['opens the way to', 'opened by'],
  obstructs: ['stands in the way of', 'held up by'],
  causes: ['leads to', 'because of'],
  answers: ['answered by', 'in answer to'],
  aims: ['in order to', 'aim of'],
}

const hanging = (row: Hanging, page: Page): string[] => [
  ...entry(VERBS[row.relation][row.as === 'antecedent' ? 0 : 1], 'magenta', row.other, [showStanding(row)], page),
  ...citations([row.citation], page),
]

export function pact(row: Pact, page: Page): string[] {
  const covers = row.scope.length > 0 ? `covers ${row.scope.join(', ')}` : ''
  const without = row.excludes.length > 0 ? `not ${row.excludes.join(', ')}` : ''
  const hangs =
    row.hangsOn.length > 0
      ? [INDENT + page.paint('bold', 'hangs on'), ...row.hangsOn.flatMap((h) => hanging(h, page))]
      : []
  const notes = [names(row.parties), [covers, without].filter(Boolean).join(' · ')]
  const title = entry(row.status ?? 'not a fact', 'bold', row.name, notes, page)
  return [...title, ...row.history.flatMap((s) => step(s, page)), ...hangs]
}

export const renderAgreements = (answer: Answer<Pact>, look: Look = {}): string => render(answer, look, pact)
