import type { Interval, When } from '../../../src/6-answer/index.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const DAY_MS = 86_400_000

/** "2025-05-20" → "20 May 2025"; of a date-time, its day in UTC. */
export function showDay(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  return day
    ? `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
    : month
      ? `${MONTHS[Number(month) - 1]} ${year}`
      : iso
}

/** "2025-05-20T18:00:00Z" → "20 May 2025, 18:00 UTC". */
export const showMoment = (iso: string): string =>
  iso.length > 10 ? `${showDay(iso)}, ${new Date(iso).toISOString().slice(11, 16)} UTC` : showDay(iso)

const lastOfMonth = (iso: string): boolean => addDays(iso, 1).endsWith('-01')

/** From the first to the last day, both inclusive: whole months and years as such. */
export function showSpan(from: string, to: string): string {
  if (from === to) return showDay(from)
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)} – ${to.slice(0, 4)}`
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && lastOfMonth(to)) return showDay(from.slice(0, 7))
  return `${showDay(from)} – ${showDay(to)}`
}

/** When something was, as its report tells it; what is not dated says by when it was told. */
export function showWhen({ from, to, text, dated, publishedOn }: When): string {
  if (dated && from && to) return showSpan(from, to)
  if (dated && from) return `since ${showDay(from)}`
  if (dated && to) return `until ${showDay(to)}`
  if (text) return `“${text}”`
  return publishedOn ? `told ${showDay(publishedOn)}` : 'not dated'
}

export function showInterval({ from, to, seenFrom, seenTo, ended, endedBy }: Interval): string {
  if (from && to) return showSpan(from, to)
  if (from) return ended ? `from ${showDay(from)}, over by ${showDay(endedBy ?? from)}` : `from ${showDay(from)}`
  if (to) return `until ${showDay(to)}`
  if (ended) return endedBy ? `over by ${showDay(endedBy)}` : 'over'
  if (!seenFrom) return 'not dated'
  return seenTo && seenTo !== seenFrom
    ? `held ${showDay(seenFrom)}, last told ${showDay(seenTo)}`
    : `held by ${showDay(seenFrom)}`
}

export const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS)

export const today = (): string => new Date().toISOString().slice(0, 10)

/** The day that places something on an axis: its first, else its last, else its report's. */
export const dayOf = ({ from, to, publishedOn }: When): string | null => from ?? to ?? publishedOn
