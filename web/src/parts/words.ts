import type { Standing } from '../../../src/6-answer/index.ts'
import type { RecordKind } from '../../../src/model/index.ts'

/** Words for the codes of the record model, as people read them. */

export const KINDS: Readonly<Record<RecordKind, string>> = {
  statement: 'Statement',
  event: 'Event',
  relation: 'Relation',
  agreement: 'Agreement',
  dependency: 'Dependency',
  estimate: 'Estimate',
}

const SPOKEN: Readonly<Record<string, string>> = {
  holdsOffice: 'Holds office',
  memberOf: 'Member of',
  partOf: 'Part of',
  alliedWith: 'Allied with',
  linkedTo: 'Linked to',
  basedIn: 'Based in',
  citizenOf: 'Citizen of',
  familyOf: 'Family of',
  successorOf: 'Successor of',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** "ASSAULT" → "Assault", "USD" → "USD", "memberOf" → "Member of", "agreed in principle" → "Agreed in principle". */
export const spoken = (code: string): string =>
  SPOKEN[code] ??
  (CURRENCIES.has(code)
    ? code
    : code[0]!.toUpperCase() + (code === code.toUpperCase() ? code.slice(1).toLowerCase() : code.slice(1)))

export const STATES = { fulfilled: 'Fulfilled', pending: 'Pending', blocked: 'Blocked', unknown: 'Not told' } as const

/** How sure it is, in words: denied, planned, only supposed, probable …; empty for what is certain, affirmed and actual. */
export function standingWords({ polarity, realis, certainty }: Standing): readonly string[] {
  const words: string[] = []
  if (polarity === 'denied') words.push('denied')
  if (realis === 'future') words.push('planned')
  if (realis === 'hypothetical') words.push('only supposed')
  if (certainty === 'probable') words.push('probable')
  if (certainty === 'possible') words.push('possible')
  if (certainty === 'unknown') words.push('not committed to')
  return words
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
