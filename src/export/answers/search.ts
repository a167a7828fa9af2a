import type { Answer, Found } from '../../6-answer/index.ts'
import { citations, entry, type Look, names, render, showStanding, showWhen } from './layout.ts'

export const renderSearch = (answer: Answer<Found>, look: Look = {}): string =>
  render(answer, look, (row, page) => {
    const notes = [row.kind, showWhen(row.when), showStanding(row)].filter(Boolean).join(' · ')
    return [...entry(row.subtype, 'cyan', names(row.actors), [notes], page), ...citations(row.citations, page)]
  })
