import type { Reading } from '../../model/index.ts'
import { type Description, describe, namer } from '../describe.ts'
import { escapeHtml } from './escape.ts'

const DAY = 86_400_000
const WIDTH = 1000
const LANE = 18
const LANES = 6
/** Half a label with the gap beside it: nearer to an end, a label is set flush with its mark. */
const EDGE = 42

const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY)
const year = (day: number): number => new Date(day * DAY).getUTCFullYear()

interface Mark {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly description: Description
}

function dated(reading: Reading): Mark[] {
  const name = namer(reading)
  return reading.records.flatMap((record, index) => {
    const start = record.time?.start ?? record.time?.end
    const end = record.time?.end ?? record.time?.start
    if (!start || !end || Number.isNaN(Date.parse(start)) || Number.isNaN(Date.parse(end))) return []
    return [{ index, from: dayNumber(start), to: dayNumber(end), description: describe(record, reading, name) }]
  })
}

/** Places by rank, not by distance, so that one old date does not squeeze the rest together; the axis says so by its labels. */
function scale(marks: readonly Mark[]): (day: number) => number {
  const days = [...new Set(marks.flatMap((m) => [m.from, m.to]))].sort((a, b) => a - b)
  const at = new Map(days.map((day, rank) => [day, days.length === 1 ? 0.5 : rank / (days.length - 1)]))
  return (day) => 20 + (at.get(day) ?? 0) * (WIDTH - 40)
}

function axis(marks: readonly Mark[], x: (day: number) => number, height: number): string {
  const days = [...new Set(marks.map((m) => m.from))].sort((a, b) => a - b)
  let last = -100
  const labels: string[] = []
  for (const day of days) {
    if (x(day) - last < 2 * EDGE) continue
    last = x(day)
    const iso = new Date(day * DAY).toISOString().slice(0, 10)
    const anchor = last < EDGE ? 'start' : last > WIDTH - EDGE ? 'end' : 'middle'
    const at = Math.min(Math.max(last, 6), WIDTH - 6).toFixed(1)
    labels.push(
      `<text x="${at}" y="${height - 4}" text-anchor="${anchor}">${iso.endsWith('-01-01') ? year(day) : iso}</text>`,
    )
  }
  return labels.join('')
}

/** The dated records on a line, one lane below another where they would cover each other. Empty where nothing is dated. */
export function timelineSvg(reading: Reading): string {
  const marks = dated(reading).sort((a, b) => a.from - b.from || a.to - b.to)
  if (marks.length === 0) return ''
  const x = scale(marks)
  const ends: number[] = []
  const bars = marks.map((mark) => {
    const [left, right] = [x(mark.from) - 5, Math.max(x(mark.to) + 5, x(mark.from) + 5)]
    let lane = ends.findIndex((end) => end < left)
    if (lane < 0) lane = ends.length < LANES ? ends.length : mark.index % LANES
    ends[lane] = right + 2
    const title = escapeHtml(`${mark.description.when} · ${mark.description.what} · ${mark.description.line}`)
    return `<rect class="k-${mark.description.record.kind}" data-records="${mark.index}" x="${left.toFixed(1)}" y="${4 + lane * LANE}" width="${(right - left).toFixed(1)}" height="${LANE - 6}" rx="5"><title>${title}</title></rect>`
  })
  const height = 4 + Math.min(ends.length, LANES) * LANE + 18
  return `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The dated records in order of time">${bars.join('')}${axis(marks, x, height)}</svg>`
}
