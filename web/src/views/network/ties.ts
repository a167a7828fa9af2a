import type { Cited, Happening, Named, Relationship, Standing, Support } from '../../../../src/6-answer/index.ts'
import type { EventType, RelationPredicate } from '../../../../src/model/index.ts'
import { showInterval, showWhen } from '../../parts/days.ts'
import { spoken } from '../../parts/words.ts'

export type Tone = 'friendly' | 'hostile' | 'plain'

/** A row of the table, and a part of a line of the picture: who is or does what, to whom. */
export interface Tie extends Standing {
  readonly id: string
  readonly from: readonly Named[]
  readonly to: readonly Named[]
  /** Both ways: what two do or are together. */
  readonly joint: boolean
  readonly code: RelationPredicate | EventType
  readonly what: string
  readonly tone: Tone
  readonly when: string
  readonly support: Support
  readonly disputed: boolean
  readonly citations: readonly Cited[]
}

const FRIENDLY: ReadonlySet<string> = new Set([
  ...(['alliedWith', 'backs'] satisfies RelationPredicate[]),
  ...(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'] satisfies EventType[]),
])
const HOSTILE: ReadonlySet<string> = new Set([
  ...(['opposes', 'occupies', 'designates'] satisfies RelationPredicate[]),
  ...(['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] satisfies EventType[]),
])

/** What is denied says nothing of friend or foe. */
const toneOf = (code: string, { polarity }: Standing): Tone =>
  polarity === 'denied' ? 'plain' : FRIENDLY.has(code) ? 'friendly' : HOSTILE.has(code) ? 'hostile' : 'plain'

export function tieOfRelation(row: Relationship): Tie {
  const { predicate, role, subject, object, interval } = row
  return {
    ...row,
    from: [subject],
    to: object ? [object] : [],
    joint: predicate === 'alliedWith' || predicate === 'familyOf' || predicate === 'borders',
    code: predicate,
    what: predicate === 'holdsOffice' && role ? role : spoken(predicate),
    tone: toneOf(predicate, row),
    when: showInterval(interval),
  }
}

export function tieOfHappening(row: Happening): Tie {
  return {
    ...row,
    from: row.actors,
    to: row.joint ? [] : row.recipients,
    code: row.type,
    what: spoken(row.type),
    tone: toneOf(row.type, row),
    when: showWhen(row.when),
  }
}

export interface Pair {
  readonly from: Named
  readonly to: Named
  readonly joint: boolean
}

/** Whom a tie joins: each who with each whom, or all who do it together with each other. */
export function pairsOf({ from, to, joint }: Tie): Pair[] {
  if (to.length > 0) return from.flatMap((a) => to.filter((b) => b.id !== a.id).map((b) => ({ from: a, to: b, joint })))
  return joint ? from.flatMap((a, k) => from.slice(k + 1).map((b) => ({ from: a, to: b, joint: true }))) : []
}

export const touches = (tie: Tie, id: string): boolean => [...tie.from, ...tie.to].some((one) => one.id === id)
