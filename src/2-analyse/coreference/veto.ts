import type { Clusters, Summary } from './clusters.ts'
import type { Kind, Phrase } from './mention.ts'
import { type Match, matchNames } from './names.ts'

/** What two names may be to each other where both are of one actor. */
const FITS: ReadonlySet<Match> = new Set(['same', 'short', 'acronym', 'head', 'start', 'end', 'inside'])
const DISTINCT: ReadonlySet<Kind> = new Set(['person', 'state', 'place', 'organization', 'people'])

const HUMAN = new Set<Kind>(['person', 'people'])
const BODY = new Set<Kind>(['organization', 'place', 'state'])

/** May the two be of one kind at all? */
export function kindsMeet(a: Kind, b: Kind): boolean {
  if (a === b || a === 'unknown' || b === 'unknown') return true
  if (HUMAN.has(a)) return HUMAN.has(b) || (a === 'people' && b === 'organization')
  if (BODY.has(a)) return BODY.has(b) || (b === 'people' && a === 'organization')
  return false
}

const ACTOR = new Set<Kind>(['person', 'state'])
const MATTER = new Set<Kind>(['time', 'event', 'thing'])

/** What became one through a pronoun must still not be a person and an hour. */
const kindsClash = (a: Kind, b: Kind): boolean => (ACTOR.has(a) && MATTER.has(b)) || (MATTER.has(a) && ACTOR.has(b))

/** Do two clusters differ in kind, or bear names of which one actor cannot have both? */
export function forbidden(clusters: Clusters, a: number, b: number): boolean {
  const [x, y] = [clusters.of(a), clusters.of(b)]
  if (x === y) return false
  return kindsClash(x.kind, y.kind) || (x.name !== null && y.name !== null && !mayBeOne(x, y))
}

/** One word of which nothing tells what it names, and no title ("the Grand Mufti"): a person is called so where it is of his name. */
const isPlain = ({ kind, name, article, place }: Phrase): boolean =>
  kind === 'unknown' && name!.words.length === 1 && article === 'bare' && place !== 'apposition'

function mayBeOne(a: Summary, b: Summary): boolean {
  const [x, y] = [a.name!, b.name!]
  if ((isPlain(x) && y.kind === 'person') || (isPlain(y) && x.kind === 'person')) return FITS.has(matchNames(x, y))
  if (!DISTINCT.has(x.kind) || !DISTINCT.has(y.kind)) return true
  if ((x.kind === 'person') !== (y.kind === 'person')) return false
  const [one, other] = [codeOf(x), codeOf(y)]
  if (one && other && one !== other) return false
  return FITS.has(matchNames(x, y))
}

const codeOf = ({ kind, entity }: Phrase): string | undefined => (kind === 'state' ? entity?.links?.iso3 : undefined)
