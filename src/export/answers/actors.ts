import type { Answer, Known } from '../../6-answer/index.ts'
import { entry, type Look, type Page, render } from './layout.ts'

const links = (known: Known): string =>
  Object.entries(known.links)
    .map(([scheme, id]) => `${scheme} ${id}`)
    .join(', ')

export const reports = (n: number): string => (n === 1 ? '1 report' : `${n} reports`)

export function actorEntry(row: Known, page: Page): string[] {
  const also = row.names.length > 0 ? `also ${row.names.join(', ')}` : ''
  const notes = [reports(row.documents), also, links(row), row.id].filter(Boolean).join(' · ')
  return entry(row.type, 'cyan', row.name, [notes], page)
}

export const renderActors = (answer: Answer<Known>, look: Look = {}): string => render(answer, look, actorEntry)
