import type { ScaleTime } from 'd3-scale'
import { addDays } from './days.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export interface Tick {
  readonly date: Date
  readonly label: string
}

const startsDay = (date: Date): boolean => date.getUTCHours() === 0 && date.getUTCMinutes() === 0
const startsYear = (date: Date): boolean => date.getUTCMonth() === 0 && date.getUTCDate() === 1

function label(date: Date, index: number, all: readonly Date[]): string {
  const year = date.getUTCFullYear()
  if (all.every(startsYear)) return String(year)
  const month = MONTHS[date.getUTCMonth()]!
  if (all.every((one) => one.getUTCDate() === 1)) return `${month} ${year}`
  const words = `${date.getUTCDate()} ${month}`
  return index === 0 || all[index - 1]!.getUTCFullYear() !== year ? `${words} ${year}` : words
}

/** About so many days of an axis of time with their labels, whole days at the least; the year where it is new. */
export function dayTicks(scale: ScaleTime<number, number>, count: number): readonly Tick[] {
  const dates = scale.ticks(count).filter(startsDay)
  const [first] = scale.domain()
  const all = dates.length > 0 ? dates : first ? [new Date(addDays(first.toISOString(), 1))] : []
  return all.map((date, index) => ({ date, label: label(date, index, all) }))
}
