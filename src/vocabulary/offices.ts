import { z } from 'zod'
import type { ActorType } from '../model/reading.ts'
import type { LanguageData } from './language.ts'
import { actorTypes } from './predicates.ts'
import { checkRows } from './rows.ts'

const words = z.array(z.string().regex(/^[^A-Z]+$/, 'write it in lower case')).min(1)
const Office = z.strictObject({
  id: z.string().regex(/^office\.[a-z-]+$/),
  titles: words,
  body: actorTypes,
  prepositions: words,
  away: words.default([]),
  bare: z.boolean().default(true),
  generic: z.boolean().default(false),
  'leads-state': z.boolean().default(false),
  reason: z.string().min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})
const Tenure = z.strictObject({
  id: z.string().regex(/^tenure\.[a-z]+$/),
  effect: z.enum(['ended', 'future', 'role']),
  words,
  reason: z.string().min(1),
})

/** Titles of office, and the kinds of body in which each is held. */
export interface OfficeRow extends Omit<z.infer<typeof Office>, 'body'> {
  readonly body: ReadonlySet<ActorType>
}
export type TenureEffect = z.infer<typeof Tenure>['effect']
/** What a word before a title says of when it is held: "former", "acting". */
export type TenureWords = ReadonlyMap<string, TenureEffect>
/** Does such a word say that the office is no longer held? */
export const isOver = (effect: TenureEffect | undefined): boolean => effect === 'ended'

export function loadOffices(source: LanguageData): readonly OfficeRow[] {
  return checkRows(source, 'lexicon/offices.yaml', Office).map((row) => ({ ...row, body: new Set(row.body) }))
}

export function loadTenure(source: LanguageData): TenureWords {
  const rows = checkRows(source, 'lexicon/tenure.yaml', Tenure)
  return new Map(rows.flatMap((row) => row.words.map((word) => [word, row.effect] as const)))
}
