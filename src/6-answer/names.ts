import type { HeldRecord, Ledger, PartOf, Times, WorldActor } from '../5-ledger/index.ts'
import { fold } from '../model/index.ts'
import type { Named } from './answer.ts'
import { compare } from './cite.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Names that are looked through for one like a name that nobody bears. */
const LOOKED_THROUGH = 5000
const SUGGESTED = 5

/** The recorded time of a question alone. */
export const knownThen = ({ known }: Times): { known?: string } => (known === undefined ? {} : { known })

/** Who bears a name (or the actor of an id), the one in most documents first. A name in part will do where it is one actor's alone. */
export async function findActors(ledger: Ledger, name: string, times: Times): Promise<readonly WorldActor[]> {
  const known = knownThen(times)
  if (UUID.test(name)) return ledger.actors({ ids: [name], ...known })
  const bearers = [...(await ledger.actors({ name, ...known }))]
  if (bearers.length > 0) return bearers.sort((a, b) => b.documents - a.documents || compare(a.id, b.id))
  const begun = await ledger.actors({ prefix: name, limit: 2, ...known })
  if (begun.length === 1) return begun
  const folded = ` ${fold(name)} `
  const all = await ledger.actors({ limit: LOOKED_THROUGH, ...known })
  const holding = all.filter((actor) => namesOf(actor).some((n) => ` ${fold(n)} `.includes(folded)))
  return holding.length === 1 ? holding : []
}

const namesOf = (actor: WorldActor): readonly string[] => [actor.name, ...actor.names.map((n) => n.name)]

/** Names that are nearest to one that nobody bears. */
export async function nearestNames(ledger: Ledger, name: string, times: Times): Promise<readonly string[]> {
  const folded = fold(name)
  const known = knownThen(times)
  const others = await ledger.actors({ limit: LOOKED_THROUGH, ...known })
  // Where these are not all, those that begin alike may be further down.
  const more = folded !== '' && others.length === LOOKED_THROUGH
  const begun = more ? await ledger.actors({ prefix: [...folded][0]!, limit: LOOKED_THROUGH, ...known }) : []
  const near = new Map<string, number>()
  for (const actor of [...begun, ...others]) {
    const likeness = Math.max(...namesOf(actor).map((n) => likenessOf(folded, fold(n))))
    if (likeness >= 0.4) near.set(actor.name, Math.max(likeness, near.get(actor.name) ?? 0))
  }
  const ranked = [...near].sort(([a, x], [b, y]) => y - x || compare(a, b))
  return ranked.slice(0, SUGGESTED).map(([suggested]) => suggested)
}

/** Share of letter pairs in common (Dice), of the whole names or of the best single word. */
export function likenessOf(a: string, b: string): number {
  const words = b.split(' ').filter((word) => word.length > 3)
  return Math.max(dice(a, b), ...words.map((word) => 0.95 * dice(a, word)))
}

function dice(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length + 1 }, (_, i) => ` ${text} `.slice(i, i + 2))
  const left = pairs(a)
  const rest = pairs(b)
  const total = left.length + rest.length
  let common = 0
  for (const pair of left) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return (2 * common) / total
}

export type NameOf = (id: string) => Named
export type NamePart = (part: PartOf) => Named

/** The names by which the world's actors of these records are shown. */
export async function nameBook(ledger: Ledger, records: readonly HeldRecord[], times: Times): Promise<NameOf> {
  const ids = [...new Set(records.flatMap((record) => record.parts.map((part) => part.actor)))]
  const names = new Map<string, string>()
  for (const record of records) for (const part of record.parts) names.set(part.actor, part.name)
  if (ids.length > 0) {
    for (const { id, name } of await ledger.names(ids, times.known)) names.set(id, name)
  }
  return (id) => ({ id, name: names.get(id) ?? id })
}
