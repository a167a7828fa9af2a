import type { Conflict, ContradictionType, ResolvedRecord } from '../model/index.ts'
import { daysApart, inPart, sameAgreement, sameCount, sameSet, sameTime, share, wordsShared } from './match.ts'

const REVISED = /\b(?:revis\w+|correct(?:ed|s|ion)|updat(?:ed|es)|lowered|raised|rose|climbed|now)\b/i

const conflict = (kind: Conflict['kind'], type: ContradictionType, text: string): Conflict => ({
  kind,
  type,
  reason: { code: `${kind}-${type}`, text },
})

function figure({ low, high }: ResolvedRecord): string {
  if (low === high) return `${low}`
  return low === null ? `up to ${high}` : high === null ? `at least ${low}` : `${low} to ${high}`
}

const disjoint = (a: ResolvedRecord, b: ResolvedRecord): boolean =>
  (a.high !== null && b.low !== null && a.high < b.low) || (b.high !== null && a.low !== null && b.high < a.low)

/** The same one, asked again: a later figure of its own takes back the earlier. */
function sameVoiceLater(earlier: ResolvedRecord, later: ResolvedRecord): boolean {
  const [was, is] = [inPart(earlier, 'source').at(-1), inPart(later, 'source').at(-1)]
  return was !== undefined && was === is && (earlier.publishedOn ?? '') < (later.publishedOn ?? '')
}

function counts(earlier: ResolvedRecord, later: ResolvedRecord): Conflict | null {
  if (!sameCount(earlier, later) || !disjoint(earlier, later)) return null
  const kind = REVISED.test(later.words) || sameVoiceLater(earlier, later) ? 'revision' : 'contradiction'
  return conflict(kind, 'number', `${figure(earlier)} against ${figure(later)}`)
}

function polarity(earlier: ResolvedRecord, later: ResolvedRecord): Conflict | null {
  if (earlier.polarity === later.polarity) return null
  return conflict('contradiction', 'polarity', `${earlier.polarity} in one, ${later.polarity} in the other`)
}

const SAME_THING = 0.5

function events(earlier: ResolvedRecord, later: ResolvedRecord): Conflict | null {
  const doers = share(inPart(earlier, 'actor'), inPart(later, 'actor'))
  const others = [inPart(earlier, 'recipient'), inPart(later, 'recipient')] as const
  const targets = share(...others)
  if (doers && (targets || (others[0].length === 0 && others[1].length === 0)) && sameTime(earlier, later))
    return polarity(earlier, later)
  if (earlier.polarity !== later.polarity || earlier.realis !== 'actual' || later.realis !== 'actual') return null
  const like = wordsShared(earlier.words, later.words) >= SAME_THING
  if (
    !doers &&
    targets &&
    like &&
    daysApart(earlier, later) === 0 &&
    inPart(earlier, 'actor').length > 0 &&
    inPart(later, 'actor').length > 0
  )
    return conflict('contradiction', 'who', 'the same was done to the same, by different ones')
  const apart = daysApart(earlier, later)
  if (doers && targets && like && apart !== null && apart > 0 && apart <= 7)
    return conflict(
      'contradiction',
      'time',
      `told of ${earlier.start ?? earlier.end} and of ${later.start ?? later.end}`,
    )
  return null
}

/** Offices and leaderships are held by one at a time. */
const ONE_HOLDER: readonly string[] = ['holdsOffice', 'leads']

/** Not told, or decided, to have ended by the time of the later one. */
const goesOn = ({ end }: ResolvedRecord, later: ResolvedRecord): boolean =>
  end === null || end > (later.start ?? later.end ?? later.publishedOn ?? '')

function relations(earlier: ResolvedRecord, later: ResolvedRecord): Conflict | null {
  const sameObject = sameSet(inPart(earlier, 'object'), inPart(later, 'object'))
  const sameSubject = share(inPart(earlier, 'subject'), inPart(later, 'subject'))
  if (earlier.label !== later.label || !sameObject) return null
  if (sameSubject) {
    const apart = daysApart(earlier, later)
    if (apart !== null && apart > 0) return null
    if (!earlier.ended && later.ended && earlier.polarity === later.polarity && goesOn(earlier, later))
      return conflict('supersedes', 'status', 'the later report says that it has ended')
    return earlier.ended === later.ended ? polarity(earlier, later) : null
  }
  const one =
    ONE_HOLDER.includes(earlier.subtype) &&
    inPart(earlier, 'object').length > 0 &&
    (earlier.subtype === 'leads' || earlier.label !== '')
  if (!one || earlier.ended || later.ended || earlier.polarity === 'denied' || later.polarity === 'denied') return null
  if (earlier.publishedOn && later.publishedOn && earlier.publishedOn < later.publishedOn && goesOn(earlier, later))
    return conflict('supersedes', 'who', 'the later report names another in the same office')
  return daysApart(earlier, later) === 0
    ? conflict('contradiction', 'who', 'one office, two holders over the same time')
    : null
}

function agreements(earlier: ResolvedRecord, later: ResolvedRecord): Conflict | null {
  if (!sameAgreement(earlier, later)) return null
  if (earlier.subtype === later.subtype) return sameTime(earlier, later) ? polarity(earlier, later) : null
  const sameDay = earlier.publishedOn !== null && earlier.publishedOn === later.publishedOn
  if (sameDay) return conflict('contradiction', 'status', `"${earlier.subtype}" and "${later.subtype}" on the same day`)
  return earlier.publishedOn && later.publishedOn && earlier.publishedOn < later.publishedOn
    ? conflict('supersedes', 'status', `"${earlier.subtype}", then "${later.subtype}"`)
    : null
}

/** How a record stands against one of an earlier document, where both cannot hold or the later may take its place. */
export function conflictBetween(earlier: ResolvedRecord, later: ResolvedRecord): Conflict | null {
  if (earlier.kind !== later.kind || earlier.document === later.document) return null
  if (earlier.kind !== 'agreement' && earlier.subtype !== later.subtype) return null
  if (earlier.realis === 'hypothetical' || later.realis === 'hypothetical') return null
  switch (earlier.kind) {
    case 'estimate':
      return earlier.polarity === later.polarity ? counts(earlier, later) : null
    case 'event':
      return events(earlier, later)
    case 'relation':
      return relations(earlier, later)
    case 'agreement':
      return agreements(earlier, later)
    default:
      return null
  }
}
