import { z } from 'zod'
import type { Ledger } from '../../ledger.ts'

/** What one process may ask of the ledger that another has open: all but what belongs to the opening itself. */
export type Method = Exclude<keyof Ledger, 'named' | 'close'>

const text = z.string()
const list = z.array(text)
const who = z.strictObject({ by: text.max(500), why: text.max(10_000) })
/** Every query of the ledger is flat: which fields it has is the ledger's matter, and what they hold can only be plain. */
const query = z.record(text.max(50), z.union([text, z.number(), z.boolean(), list])).optional()
/** The reader made it on this machine: what the ledger leans on is looked for, not every field of every record. */
const reading = z.looseObject({
  document: z.looseObject({ id: text, text, language: text }),
  reader: z.looseObject({}),
  actors: z.array(z.looseObject({ id: text, name: text, type: text })),
  records: z.array(z.looseObject({ id: text, kind: text })),
  issues: z.array(z.looseObject({ code: text })),
})
const provenance = z.record(text.max(50), z.union([text, z.boolean()])).optional()

interface MethodShape {
  /** The arguments, in their order. */
  readonly args: z.ZodTuple
  /** Changes nothing: it is not put on record. */
  readonly asks?: true
}

const asks = (...args: z.ZodType[]): MethodShape => ({ args: z.tuple(args as [z.ZodType, ...z.ZodType[]]), asks: true })
const does = (...args: z.ZodType[]): MethodShape => ({ args: z.tuple(args as [z.ZodType, ...z.ZodType[]]) })

/** Every method that may be called, with the shape of its arguments. What is not here cannot be called. */
export const METHODS: Readonly<Record<Method, MethodShape>> = {
  addReading: does(reading, provenance),
  holds: asks(z.looseObject({ text }), provenance),
  documents: asks(query),
  find: asks(text, query),
  records: asks(query),
  count: asks(query),
  actors: asks(query),
  names: asks(list, text.optional()),
  links: asks(text, query),
  clusters: asks(query),
  corroboration: asks(text, query),
  corroborations: asks(list, query),
  contradictions: asks(query),
  proposals: asks(text.optional()),
  judgements: asks(text.optional()),
  publishers: asks(text.optional()),
  newest: asks(text.optional()),
  oldest: asks(),
  days: asks(),
  reading: asks(text, query),
  positions: asks(text.optional()),
  placeActor: does(text, z.strictObject({ lat: z.number(), lon: z.number() }).nullable(), who),
  ratePublisher: does(text.min(1).max(500), z.record(text.max(50), text), who),
  accept: does(text, who),
  reject: does(text, who),
  correct: does(text, z.record(text.max(100), z.unknown()), who),
  retract: does(text, who),
  merge: does(text, text, who),
  split: does(text, list, who),
  splitCluster: does(text, list, who),
  decide: does(text, z.enum(['accepted', 'rejected']), who),
  undo: does(who, text.optional()),
  backup: does(text.min(1).max(4096)),
  doctor: asks(),
}
