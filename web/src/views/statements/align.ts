import type { Said } from '../../../../src/6-answer/index.ts'
import type { StatementAct } from '../../../../src/model/index.ts'
import { dayOf } from '../../parts/days.ts'

/** What two speakers said on one day. */
export interface Day {
  /** Null: the reports have no day. */
  readonly day: string | null
  readonly left: readonly Said[]
  readonly right: readonly Said[]
}

export interface Narrow {
  readonly acts: readonly StatementAct[]
  /** Only what is about somebody whom both spoke about. */
  readonly both: boolean
}

const topicsOf = (said: readonly Said[]): Set<string> =>
  new Set(said.flatMap(({ topics }) => topics.map(({ id }) => id)))

/** The statements of two speakers, day by day; days on which neither spoke are no rows. */
export function alignByDay(left: readonly Said[], right: readonly Said[], { acts, both }: Narrow): readonly Day[] {
  const ofRight = topicsOf(right)
  const shared = new Set([...topicsOf(left)].filter((topic) => ofRight.has(topic)))
  const fits = ({ act, topics }: Said): boolean =>
    (acts.length === 0 || acts.includes(act)) && (!both || topics.some(({ id }) => shared.has(id)))
  const days = new Map<string | null, { left: Said[]; right: Said[] }>()
  const put = (side: 'left' | 'right', said: readonly Said[]): void => {
    for (const one of said.filter(fits)) {
      const day = dayOf(one.when)
      if (!days.has(day)) days.set(day, { left: [], right: [] })
      days.get(day)![side].push(one)
    }
  }
  put('left', left)
  put('right', right)
  return [...days].map(([day, sides]) => ({ day, ...sides })).sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
}

/** Who spoke most often, by name; for a choice of two. */
export function speakersOf(said: readonly Said[]): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { speaker } of said) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}
