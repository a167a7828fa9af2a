import type { Clusters, Summary } from './clusters.ts'
import type { Kind, Phrase } from './mention.ts'
import { type Match, matchNames } from './names.ts'

/** What two names may be to each other where both are of one actor. */
const FITS: ReadonlySet<Match> = new Set(['same', 'short', 'acronym', 'head', 'start', 'end', 'inside'])
const DISTINCT: ReadonlySet<Kind> = new Set(['person', 'state', 'place', 'organization', 'people'])

/** Do two clusters bear names of which one actor cannot have both? */
export function namesForbid(clusters: Clusters, a: number, b: number): boolean {
  const [x, y] = [clusters.of(a), clusters.of(b)]
  return x !== y && x.name !== null && y.name !== null && !mayBeOne(x, y)
}

function mayBeOne(a: Summary, b: Summary): boolean {
  const [x, y] = [a.name!, b.name!]
  if (!DISTINCT.has(x.kind) || !DISTINCT.has(y.kind)) return true
  if ((x.kind === 'person') !== (y.kind === 'person')) return false
  const [one, other] = [codeOf(x), codeOf(y)]
  if (one && other && one !== other) return false
  return FITS.has(matchNames(x, y))
}

const codeOf = ({ kind, entity }: Phrase): string | undefined => (kind === 'state' ? entity?.links?.iso3 : undefined)
