import { isoDay } from '../calendar.ts'
import { type Caught, type Maker, type Meaning, type TimeContext, undated } from '../context.ts'
import { isGrain, stepDay } from '../period.ts'

/** How TimeML writes a unit, and how many of what it writes go into one. */
const UNITS: Readonly<Record<string, { readonly code: string; readonly time?: true; readonly times?: number }>> = {
  second: { code: 'S', time: true },
  minute: { code: 'M', time: true },
  hour: { code: 'H', time: true },
  day: { code: 'D' },
  night: { code: 'D' },
  week: { code: 'W' },
  weekend: { code: 'D', times: 2 },
  fortnight: { code: 'W', times: 2 },
  month: { code: 'M' },
  quarter: { code: 'Q' },
  season: { code: 'M', times: 3 },
  summer: { code: 'Y' },
  winter: { code: 'Y' },
  semester: { code: 'M', times: 6 },
  year: { code: 'Y' },
  decade: { code: 'Y', times: 10 },
  century: { code: 'Y', times: 100 },
  generation: { code: 'Y' },
  millennium: { code: 'Y', times: 1000 },
}

/** Into what the half of a unit is written: "P1Y6M", "PT2H30M". */
const SMALLER: Readonly<Record<string, readonly [code: string, perUnit: number]>> = {
  Y: ['M', 12],
  H: ['M', 60],
  M: ['S', 60],
}

function written(count: number, code: string, time: boolean): string {
  const whole = Math.floor(count)
  const rest = count - whole
  const smaller = time || code === 'Y' ? SMALLER[code] : undefined
  if (rest === 0 || !smaller) return `${count}${code}`
  return `${whole === 0 ? '' : `${whole}${code}`}${Math.round(rest * smaller[1])}${smaller[0]}`
}

/** TimeML's value of a length of time: P3D, PT30M, PXY; a generation and a century of unknown number stay years. */
export function lengthValue(count: number | undefined, unit: string): string | null {
  const row = UNITS[unit]
  if (!row) return null
  const prefix = row.time ? 'PT' : 'P'
  if (count === undefined) return `${prefix}X${row.code}`
  return prefix + written(count * (row.times ?? 1), row.code, row.time === true)
}

/** The days that a length covers which ends or begins on the day of writing. */
function reach(caught: Caught, context: TimeContext, unit: string, count: number | undefined): Partial<Meaning> {
  const toward = caught.text('anchored')
  if (!toward || context.now === null || count === undefined || !isGrain(unit) || !Number.isInteger(count)) return {}
  const other = stepDay(context.now, unit, toward === 'past' ? -count : count)
  const [start, end] = toward === 'past' ? [other, context.now] : [context.now, other]
  return { interval: { start: isoDay(start), end: isoDay(end) }, anchor: isoDay(context.now) }
}

export const makeLength: Maker = (caught, context) => {
  const unit = caught.text('unit')
  if (unit === undefined) return null
  const count = caught.number('n')
  const half = caught.get('and-half') === undefined ? 0 : 0.5
  const value = lengthValue(count === undefined ? undefined : count + half, unit)
  return value === null ? null : { ...undated(value, 'DURATION'), ...reach(caught, context, unit, count) }
}

export const makeSet: Maker = (caught) => {
  const value = caught.text('value')
  if (value !== undefined) return undated(value, 'SET')
  const unit = caught.text('unit')
  if (unit !== undefined) {
    const length = lengthValue(caught.number('n') ?? caught.number('again') ?? 1, unit)
    return length === null ? null : undated(length, 'SET')
  }
  const part = caught.text('part')
  const suffix = part ? `T${part}` : ''
  const [weekday, month, season] = [caught.number('weekday'), caught.number('month'), caught.number('season')]
  if (weekday !== undefined) return undated(`XXXX-WXX-${weekday}${suffix}`, 'SET')
  if (month !== undefined) return undated(`XXXX-${String(month).padStart(2, '0')}`, 'SET')
  if (season !== undefined) return undated(`XXXX-${['SP', 'SU', 'FA', 'WI'][season]}`, 'SET')
  return undated(`XXXX-XX-XX${suffix}`, 'SET')
}
