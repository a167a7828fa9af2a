import type { Holiday, TimeMaker } from '../../../vocabulary/times.ts'
import { parseDay } from '../calendar.ts'
import { dated, type Maker, undated } from '../context.ts'
import { makeAnaphoric, makeDistance, makePart, makeRelative } from './counted.ts'
import { makeDate } from './date.ts'
import { makeLength, makeSet } from './length.ts'

/** A date as written in figures. */
const makeWritten: Maker = (caught) => {
  const index = parseDay(caught.text('iso-date') ?? caught.text('slash-date'))
  return index === null ? null : dated({ grain: 'day', index }, '', { full: true })
}

const makeRef: Maker = (caught) => undated(caught.text('ref')!)

export function makers(holidays: ReadonlyMap<string, Holiday>): Readonly<Record<TimeMaker, Maker>> {
  return {
    written: makeWritten,
    date: makeDate(holidays),
    part: makePart,
    relative: makeRelative,
    anaphoric: makeAnaphoric,
    distance: makeDistance,
    length: makeLength,
    set: makeSet,
    ref: makeRef,
    none: () => null,
  }
}
