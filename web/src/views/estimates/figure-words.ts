import type { Figure, Series } from '../../../../src/6-answer/index.ts'
import { formatCount, spoken } from '../../parts/words.ts'

/** "at least 23", "up to 4,000", "5,000 – 6,000", "about 9,000". */
export function figureWords({ low, high, approximate }: Pick<Figure, 'low' | 'high' | 'approximate'>): string {
  const about = approximate ? 'about ' : ''
  if (low !== null && high !== null)
    return about + (low === high ? formatCount(low) : `${formatCount(low)} – ${formatCount(high)}`)
  if (low !== null) return `at least ${about}${formatCount(low)}`
  return high === null ? 'a number not told' : `up to ${about}${formatCount(high)}`
}

/** What is counted: "Fighters", with the unit where it is another word. */
export const measureWords = ({ measure, unit }: Pick<Series, 'measure' | 'unit'>): string =>
  spoken(measure) + (unit && unit !== measure ? ` (${unit})` : '')

/** The day a figure was told, which orders it; else the day it is of. */
export const toldOn = ({ when }: Figure): string | null => when.publishedOn ?? when.from ?? when.to

export const keyOfSeries = ({ of, measure, unit, figures }: Series): string =>
  [of?.id, measure, unit, figures[0]?.record].join('|')
