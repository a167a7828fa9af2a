import type { Answer, Known } from '../../6-answer/index.ts'
import { entry, type Look, render } from './layout.ts'

const links = (known: Known): string =>
  Object.entries(known.links)
    .map(([scheme, id]) => `${scheme} ${id}`)
    .join(', ')

export const reports = (n: number): string => (n === 1 ? '1 report' : `${n} reports`)

export const renderActors = (answer: Answer<Known>, look: Look = {}): string =>
  render(answer, look, (row, page) => {
    const also = row.names.length > 0 ? `also ${row.names.join(', ')}` : ''
    return entry(
      row.type,
      'cyan',
      row.name,
      [[reports(row.documents), also, links(row), row.id].filter(Boolean).join(' · ')],
      page,
    )
  })
