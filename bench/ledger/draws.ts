import { DAYS, dayOf, type World } from './make.ts'
import { lots, pick } from './world.ts'

/** What a question is asked with, drawn anew for each asking. */
export interface Draw {
  /** In the news as often as the world's law has it: a few of them stand in most reports. */
  readonly actor: string
  /** Any actor, as likely one as another. */
  readonly anybody: string
  readonly day: string
  readonly month: readonly [since: string, until: string]
  readonly year: readonly [since: string, until: string]
  readonly words: string
}

const WORDS = ['shelled positions', 'river tolls', '"salt road" accord', 'prisoner lists -shelled', 'grain medicine']

export function drawsOf(world: World, actors: ReadonlyMap<string, string>, count: number): Draw[] {
  const lot = lots(7)
  const ids = world.people.flatMap(({ name }) => actors.get(name) ?? [])
  return Array.from({ length: count }, (_, k) => {
    const [year, month] = [365 * lot(3), 30 * lot(47)]
    return {
      words: `${WORDS[k % WORDS.length]} ${k % 2 ? world.people[lot(50)]!.name : ''}`,
      actor: ids[pick(lot, ids.length)]!,
      anybody: ids[lot(ids.length)]!,
      day: dayOf(lot(DAYS)),
      month: [dayOf(month), dayOf(month + 29)],
      year: [dayOf(year), dayOf(year + 364)],
    }
  })
}
