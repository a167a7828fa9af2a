import { z } from 'zod'
import { ACTOR_TYPES, type ActorType } from '../model/reading.ts'
import { PREDICATES, type RelationPredicate } from '../model/records.ts'
import { checkRows, invalid } from './rows.ts'
import type { DataSource } from './source.ts'

const FILE = 'ontology/predicates.yaml'
export const actorTypes = z.array(z.enum(ACTOR_TYPES)).min(1)
const Row = z.strictObject({
  id: z.enum(PREDICATES),
  label: z.string().min(1),
  definition: z.string().min(1),
  wikidata: z
    .string()
    .regex(/^P\d+$/)
    .nullable(),
  symmetric: z.literal(true).optional(),
  unnamed: z.literal(true).optional(),
  alike: z.literal(true).optional(),
  subject: actorTypes,
  object: z.union([actorTypes, z.literal('none')]),
  words: z.string().min(1),
  inverse: z.string().min(1).nullable(),
})

/** What a predicate says and which types of actor may stand at its ends; `object` is null where it takes none. */
export interface PredicateRow extends Omit<z.infer<typeof Row>, 'subject' | 'object'> {
  readonly subject: ReadonlySet<ActorType>
  readonly object: ReadonlySet<ActorType> | null
}
export type Predicates = ReadonlyMap<RelationPredicate, PredicateRow>

export function loadPredicates(source: DataSource): Predicates {
  const rows = checkRows(source, FILE, Row)
  const predicates = new Map(
    rows.map((row) => [
      row.id,
      { ...row, subject: new Set(row.subject), object: row.object === 'none' ? null : new Set(row.object) },
    ]),
  )
  const missing = PREDICATES.find((id) => !predicates.has(id))
  if (missing) throw invalid(source, FILE, `${missing}: the row is missing`)
  return predicates
}
