import type { Answer, Said } from '../../6-answer/index.ts'
import { citations, entry, type Look, names, type Page, render, showStanding, showWhen } from './layout.ts'

export function said(row: Said, page: Page): string[] {
  const to = row.hearers.length > 0 ? ` to ${names(row.hearers)}` : ''
  const channel = row.channel ? ` (${row.channel})` : ''
  const about = row.topics.length > 0 ? `about ${names(row.topics)}` : ''
  const notes = [showWhen(row.when), showStanding(row), about].filter(Boolean).join(' · ')
  return [...entry(row.act, 'blue', row.speaker.name + to + channel, [notes], page), ...citations(row.citations, page)]
}

export const renderStatements = (answer: Answer<Said>, look: Look = {}): string => render(answer, look, said)
