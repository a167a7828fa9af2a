import { scaleUtc } from 'd3-scale'
import type { Happening, Named } from '../../../../src/6-answer/index.ts'
import { EVENT_TYPES } from '../../../../src/model/index.ts'
import { DAY_MS, dayOf } from '../../parts/days.ts'
import { spoken } from '../../parts/words.ts'

/** A happening at the middle of its day, or of the day it was told; `until`: the end of what lasted longer. */
export interface Placed {
  readonly row: Happening
  readonly at: number
  readonly until: number
}

export interface Lane {
  readonly id: string
  readonly name: string
  /** The actor whose lane it is. */
  readonly of: Named | null
  /** In order of time. */
  readonly placed: readonly Placed[]
}

export const LANES = ['kind', 'actor'] as const
export type LanesBy = (typeof LANES)[number]

/** Actors with a lane of their own; the others share one. */
const MOST_ACTORS = 12
const OTHERS = 'others'
const NOBODY = 'nobody'

const startOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)

export function placedOf(rows: readonly Happening[]): Placed[] {
  const placed = rows.flatMap((row): Placed[] => {
    const day = dayOf(row.when)
    if (day === null) return []
    const { dated, from, to } = row.when
    const at = startOf(day) + DAY_MS / 2
    return [{ row, at, until: dated && from && to ? startOf(to) + DAY_MS / 2 : at }]
  })
  return placed.sort((a, b) => a.at - b.at)
}

function byKind(placed: readonly Placed[]): Lane[] {
  const lanes = EVENT_TYPES.map((type) => ({
    id: type,
    name: spoken(type),
    of: null,
    placed: placed.filter(({ row }) => row.type === type),
  }))
  return lanes.filter((lane) => lane.placed.length > 0)
}

/** In the lane of everybody who acts in it: what two do together stands in both. */
function byActor(placed: readonly Placed[]): Lane[] {
  const own = new Map<string, { of: Named; placed: Placed[] }>()
  for (const one of placed)
    for (const of of one.row.actors) {
      const lane = own.get(of.id) ?? { of, placed: [] }
      lane.placed.push(one)
      own.set(of.id, lane)
    }
  const ranked = [...own.values()].sort(
    (a, b) => b.placed.length - a.placed.length || (a.of.name < b.of.name ? -1 : a.of.name > b.of.name ? 1 : 0),
  )
  const most = new Set(ranked.slice(0, MOST_ACTORS).map(({ of }) => of.id))
  const named = (id: string, name: string, those: readonly Placed[]): Lane[] =>
    those.length > 0 ? [{ id, name, of: null, placed: those }] : []
  return [
    ...ranked.slice(0, MOST_ACTORS).map((lane) => ({ id: lane.of.id, name: lane.of.name, ...lane })),
    ...named(
      OTHERS,
      'Others',
      placed.filter(({ row: { actors } }) => actors.length > 0 && !actors.some(({ id }) => most.has(id))),
    ),
    ...named(
      NOBODY,
      'Nobody named',
      placed.filter(({ row }) => row.actors.length === 0),
    ),
  ]
}

export const lanesOf = (placed: readonly Placed[], by: LanesBy): Lane[] =>
  by === 'actor' ? byActor(placed) : byKind(placed)

/** What is drawn at one place of a lane: one happening, or several that would lie on each other. */
export interface Mark {
  readonly at: number
  /** Where the last of them ends; as `at` where they are of a day. */
  readonly until: number
  readonly placed: readonly [Placed, ...Placed[]]
}

export const scaleOf = (from: number, to: number, width: number) =>
  scaleUtc()
    .domain([new Date(from), new Date(to)])
    .range([0, width])

/** What begins nearer than this to a mark joins it: the first where there is room, the second in a crowded lane. */
const GAPS = [20, 36] as const

/** The next of steps that grow by half an octave: marks stay the same over a few steps of a zoom. */
export const stepOf = (msPerPixel: number): number => 2 ** (Math.ceil(Math.log2(msPerPixel) * 2) / 2)

/**
 * The marks of a lane at a scale of so many milliseconds a pixel. They are the same wherever the picture is moved to, so
 * that nothing changes its place but by zooming.
 */
export function marksOf(placed: readonly Placed[], msPerPixel: number): Mark[] {
  const [first, last] = [placed[0], placed.at(-1)]
  if (!first || !last) return []
  const crowded = placed.length * GAPS[0] > (last.at - first.at) / msPerPixel
  const gap = (crowded ? GAPS[1] : GAPS[0]) * msPerPixel
  const marks: { at: number; until: number; placed: [Placed, ...Placed[]] }[] = []
  for (const one of placed) {
    const mark = marks.at(-1)
    if (mark && one.at - mark.at < gap) {
      mark.placed.push(one)
      mark.until = Math.max(mark.until, one.until)
    } else marks.push({ at: one.at, until: one.until, placed: [one] })
  }
  return marks
}

/** Those in sight, and those that reach into it. */
export const inSight = (marks: readonly Mark[], from: number, to: number): Mark[] => {
  const margin = (to - from) / 20
  return marks.filter(({ at, until }) => until >= from - margin && at <= to + margin)
}

/** "Velmar → Joint Coalition", for a line of text. */
export function wordsOf({ actors, recipients, joint }: Happening): string {
  const names = (of: readonly Named[]): string => of.map(({ name }) => name).join(', ')
  const who = actors.length > 0 ? names(actors) : 'somebody not named'
  return joint || recipients.length === 0 ? who : `${who} → ${names(recipients)}`
}
