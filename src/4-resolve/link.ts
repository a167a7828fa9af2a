import type { ActorType, KnownActor, LinkDecision, Links } from '../model/index.ts'
import { acronymOf } from './names.ts'

/**
 * Types that one actor may be read as in two reports. A state and its government stay apart: what a government does
 * and what a state is party to are different questions.
 */
const ALIKE: readonly (readonly ActorType[])[] = [
  ['organization', 'armed-group', 'coalition', 'company', 'media', 'government', 'military', 'other'],
  ['state', 'place'],
  ['person'],
  ['population'],
  ['agreement', 'other'],
]

const alike = (a: ActorType, b: ActorType): boolean =>
  a === b || ALIKE.some((set) => set.includes(a) && set.includes(b))

const SCHEMES = ['wikidata', 'ucdp', 'iso3', 'geonames'] as const satisfies readonly (keyof Links)[]

type Finding = { readonly rank: number; readonly code: string; readonly text: string } | null

/** The code of a state names the state alone: its ministries, forces and leaders carry it too. */
const identifies = (scheme: (typeof SCHEMES)[number], actor: KnownActor, known: KnownActor): boolean =>
  scheme !== 'iso3' || (actor.type === 'state' && known.type === 'state')

function byId(actor: KnownActor, known: KnownActor): Finding {
  for (const scheme of SCHEMES) {
    if (!identifies(scheme, actor, known)) continue
    const [a, b] = [actor.links[scheme], known.links[scheme]]
    if (a !== undefined && a === b) return { rank: 4, code: scheme, text: `same ${scheme} ${a}` }
  }
  return null
}

/** Two different identifiers in one scheme: two actors, whatever they are called. */
const differ = (actor: KnownActor, known: KnownActor): boolean =>
  SCHEMES.some((s) => actor.links[s] !== undefined && known.links[s] !== undefined && actor.links[s] !== known.links[s])

const whole = (name: string): boolean => name.includes(' ')

function byName(actor: KnownActor, known: KnownActor): Finding {
  const shared = actor.names.filter((name) => known.names.includes(name))
  const fullest = shared.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
  if (fullest === undefined) return null
  if (actor.type !== 'person' || whole(fullest)) return { rank: 3, code: 'name', text: `called "${fullest}" in both` }
  // A surname alone: only where neither has a full name that the other has not.
  const [mine, theirs] = [actor.names.filter(whole), known.names.filter(whole)]
  if (mine.length > 0 && theirs.length > 0) return null
  return { rank: 1, code: 'short-name', text: `"${fullest}" alone; nobody else known is called so` }
}

function byLetters(actor: KnownActor, known: KnownActor): Finding {
  const letters = (names: readonly string[]): Set<string> =>
    new Set(names.filter((n) => !whole(n)).map((n) => n.toUpperCase()))
  const full = (names: readonly string[]): Set<string | null> => new Set(names.filter(whole).map(acronymOf))
  const short = (a: KnownActor, b: KnownActor): string | undefined =>
    [...letters(a.names)].find((x) => full(b.names).has(x))
  const found = short(actor, known) ?? short(known, actor)
  return found === undefined ? null : { rank: 2, code: 'acronym', text: `"${found}" is made of the first letters` }
}

/** A new reading's actor and those of the world that share a key with it → whom it is taken for, and why. */
export function link(actor: KnownActor, among: readonly KnownActor[]): LinkDecision {
  const found = among
    .filter((known) => alike(actor.type, known.type) && !differ(actor, known))
    .flatMap((known) => {
      const finding = byId(actor, known) ?? byName(actor, known) ?? byLetters(actor, known)
      return finding ? [{ known, ...finding, type: Number(actor.type === known.type) }] : []
    })
    .sort((a, b) => b.rank - a.rank || b.type - a.type || (a.known.id < b.known.id ? -1 : 1))
  const [best, second] = found
  const tied = best && second && second.rank === best.rank && second.type === best.type
  if (!best || (tied && best.rank < 3))
    return {
      to: null,
      reason: { code: 'new', text: tied ? 'several are called so: none was taken' : 'nobody known is called so' },
    }
  const reason = tied
    ? { code: 'name-ambiguous', text: `${best.text}; others are called so too` }
    : { code: best.code, text: best.text }
  return { to: best.known.id, reason }
}
