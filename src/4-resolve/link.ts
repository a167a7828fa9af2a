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

const alike = ({ types: [type] }: KnownActor, { types }: KnownActor): boolean =>
  types.some((known) => known === type || ALIKE.some((set) => set.includes(type) && set.includes(known)))

const is = (type: ActorType, { types }: KnownActor): boolean => types[0] === type

const SCHEMES = ['wikidata', 'ucdp', 'iso3', 'geonames'] as const satisfies readonly (keyof Links)[]

type Finding = { readonly rank: number; readonly code: string; readonly text: string } | null

/** The code of a state names the state alone: its ministries, forces and leaders carry it too. */
const identifies = (scheme: (typeof SCHEMES)[number], actor: KnownActor, known: KnownActor): boolean =>
  scheme !== 'iso3' || (is('state', actor) && is('state', known))

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
  if (!is('person', actor) || whole(fullest)) return { rank: 3, code: 'name', text: `called "${fullest}" in both` }
  // A surname alone: only where neither has a full name that the other has not.
  const [mine, theirs] = [actor.names.filter(whole), known.names.filter(whole)]
  if (mine.length > 0 && theirs.length > 0) return null
  return { rank: 1, code: 'short-name', text: `"${fullest}" alone` }
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

/** What a report that says little of it makes of a state that no list knows. */
const MISTAKEN: ReadonlySet<ActorType> = new Set(['person', 'organization', 'other'])
const sharedName = (actor: KnownActor, known: KnownActor): string | undefined =>
  actor.names.find((name) => known.names.includes(name))
const unlisted = ({ links }: KnownActor): boolean => Object.keys(links).length === 0

/** Called by one word, as a state that is known by its name alone. */
function byStateName(actor: KnownActor, known: KnownActor): Finding {
  if (!MISTAKEN.has(actor.types[0]) || !known.types.includes('state') || !unlisted(actor) || !unlisted(known))
    return null
  const shared = sharedName(actor, known)
  if (shared === undefined || actor.names.some(whole)) return null
  return { rank: 2, code: 'name-of-state', text: `"${shared}" is known as a state; read here as ${actor.types[0]}` }
}

/** A surname tells nothing of what else is called so; nor does a person's name of a city or state that is well known. */
const named = (actor: KnownActor, name: string, other: KnownActor): boolean =>
  !is('person', actor) || (unlisted(other) && (whole(name) || !actor.names.some(whole)))

/** Called the same but read as another kind of thing: one of two readings may have taken it for what it is not. */
function readOtherwise(actor: KnownActor, known: KnownActor): LinkDecision['perhaps'] {
  const shared = sharedName(actor, known)
  if (shared === undefined || !named(actor, shared, known) || !named(known, shared, actor)) return []
  const text = `both are called "${shared}"; one is read as ${known.types[0]}, the other as ${actor.types[0]}`
  return [{ actor: known.id, reason: { code: 'other-type', text } }]
}

/** A new reading's actor and those of the world that share a key with it → whom it is taken for, and why. */
export function link(actor: KnownActor, among: readonly KnownActor[]): LinkDecision {
  const possible = among.filter((known) => !differ(actor, known))
  const found = possible
    .flatMap((known) => {
      const finding = alike(actor, known)
        ? (byId(actor, known) ?? byName(actor, known) ?? byLetters(actor, known))
        : byStateName(actor, known)
      return finding ? [{ known, ...finding, type: Number(known.types.includes(actor.types[0])) }] : []
    })
    .sort((a, b) => b.rank - a.rank || b.type - a.type || (a.known.id < b.known.id ? -1 : 1))
  const [best, second] = found
  const tied = best && second && second.rank === best.rank && second.type === best.type
  if (!best)
    return {
      to: null,
      reason: { code: 'new', text: 'nobody known is called so' },
      perhaps: possible.flatMap((known) => readOtherwise(actor, known)),
    }
  if (tied && best.rank < 3) {
    const equals = found.filter((one) => one.rank === best.rank && one.type === best.type)
    return {
      to: null,
      reason: { code: 'new', text: 'several are called so: none was taken' },
      perhaps: equals.map(({ known, code, text }) => ({
        actor: known.id,
        reason: { code, text: `${text}; others are called so too` },
      })),
    }
  }
  const reason = tied
    ? { code: 'name-ambiguous', text: `${best.text}; others are called so too` }
    : { code: best.code, text: best.rank === 1 ? `${best.text}; nobody else known is called so` : best.text }
  return { to: best.known.id, reason, perhaps: [] }
}
