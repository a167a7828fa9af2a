import type { Answer, Happening, Named } from '../../6-answer/index.ts'
import { citations, entry, type Look, names, type Page, render, showStanding, showSupport, showWhen } from './layout.ts'

const sameActors = (a: readonly Named[], b: readonly Named[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => other.id === one.id))

/** Who, to whom; both sides of what is done together on one line. */
export function sides({ actors, recipients, joint }: Pick<Happening, 'actors' | 'recipients' | 'joint'>): string {
  if (joint && sameActors(actors, recipients)) return actors.map((a) => a.name).join(' ↔ ')
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
