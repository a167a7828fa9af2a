import type { Answer, Interval, Relationship } from '../../6-answer/index.ts'
import { citations, entry, type Look, names, type Page, render, showDay, showStanding, showSupport } from './layout.ts'

/** "2027 – 7 Feb 2031"; where nothing is dated, between which reports it was seen to hold. */
export function showInterval({ from, to, seenFrom, seenTo, ended, endedBy }: Interval): string {
  const start = from ? `from ${showDay(from)}` : seenFrom ? `holding by ${showDay(seenFrom)}` : ''
  const end = to ? `until ${showDay(to)}` : ended ? `over${endedBy ? ` by ${showDay(endedBy)}` : ''}` : ''
  const last = !to && !ended && seenTo && seenTo !== seenFrom ? `last told ${showDay(seenTo)}` : ''
  return [start, end, last].filter(Boolean).join(', ')
}

export function relationship(row: Relationship, page: Page): string[] {
  const role = row.role ? `, ${row.role}` : ''
  const later = row.laterHolders.length > 0 ? `later reports name ${names(row.laterHolders)}` : ''
  const object = row.object ? ` → ${row.object.name}` : ''
  const notes = [
    showInterval(row.interval),
    showStanding(row),
    row.disputed ? 'disputed' : '',
    later,
    showSupport(row.support),
  ]
  return [
    ...entry(row.predicate, 'cyan', row.subject.name + role + object, [notes.filter(Boolean).join(' · ')], page),
    ...citations(row.citations, page),
  ]
}

export const renderRelations = (answer: Answer<Relationship>, look: Look = {}): string =>
  render(answer, look, relationship)
