import type { Answer, Happening } from '../../6-answer/index.ts'
import { citations, entry, type Look, names, type Page, render, showStanding, showSupport, showWhen } from './layout.ts'

/** Who, to whom; both sides of what is done together on one line. */
export function sides({ actors, recipients, joint }: Pick<Happening, 'actors' | 'recipients' | 'joint'>): string {
  const from = names(actors)
  const to = names(recipients.filter((r) => !(joint && actors.some((a) => a.id === r.id))))
  if (!from) return to ? `→ ${to}` : ''
  return to ? `${from} ${joint ? '↔' : '→'} ${to}` : from
}

export function happening(row: Happening, page: Page): string[] {
  const where = row.place ? `in ${row.place.name}` : ''
  const notes = [showWhen(row.when), where, showStanding(row), row.disputed ? 'disputed' : '', showSupport(row.support)]
  return [
    ...entry(row.type, 'red', sides(row), [notes.filter(Boolean).join(' · ')], page),
    ...citations(row.citations, page),
  ]
}

export const renderTimeline = (answer: Answer<Happening>, look: Look = {}): string => render(answer, look, happening)
