import { z } from 'zod'
import { type AgreementStatus, SCOPES, type Scope, STATUSES } from '../model/records.ts'
import { checkRows, invalid } from './rows.ts'
import type { DataSource } from './source.ts'

/** What words say of the state and the subject of an agreement, from data/ontology/agreements.yaml. */
export interface Agreements {
  /** Status by the lemma of the verb whose object the agreement is, or whose prepositional phrase. */
  readonly over: ReadonlyMap<string, AgreementStatus>
  /** The same of verbs whose subject need not be a party to it. */
  readonly outside: ReadonlyMap<string, AgreementStatus>
  /** Verbs by which one side leaves or joins: they say who is a party, and nothing of its state. */
  readonly leaving: ReadonlySet<string>
  /** Verbs that say something of its state only where somebody does it. */
  readonly hindering: ReadonlySet<string>
  /** Nouns for a party: "the other signatories to the treaty". */
  readonly partyNouns: ReadonlySet<string>
  /** Status by the lemma of the verb whose subject it is. */
  readonly under: ReadonlyMap<string, AgreementStatus>
  /** Status by a modifier of it. */
  readonly modifier: ReadonlyMap<string, AgreementStatus>
  readonly rank: ReadonlyMap<AgreementStatus, number>
  readonly scope: ReadonlyMap<string, readonly Scope[]>
  /** Verbs that say what is in it; true: what follows is not in it. */
  readonly content: ReadonlyMap<string, boolean>
}

const FILE = 'ontology/agreements.yaml'
const words = z.array(z.string().min(1)).default([])
const reason = z.string().min(1)
const Row = z.discriminatedUnion('kind', [
  z.strictObject({
    id: z.enum(STATUSES),
    kind: z.literal('status'),
    rank: z.number(),
    reason,
    over: words,
    outside: words,
    under: words,
    words,
  }),
  z.strictObject({ id: z.enum(SCOPES), kind: z.literal('scope'), reason, words }),
  z.strictObject({ id: z.string(), kind: z.literal('leaving'), reason, over: words }),
  z.strictObject({ id: z.string(), kind: z.literal('hindering'), reason, over: words }),
  z.strictObject({ id: z.string(), kind: z.literal('party-noun'), reason, words }),
  z.strictObject({
    id: z.string(),
    kind: z.literal('content'),
    reason,
    over: words,
    excludes: z.boolean().default(false),
  }),
])
type StatusRow = Extract<z.infer<typeof Row>, { kind: 'status' }>

function byWord(
  source: DataSource,
  rows: readonly StatusRow[],
  field: 'over' | 'outside' | 'under' | 'words',
): Map<string, AgreementStatus> {
  const found = new Map<string, AgreementStatus>()
  for (const row of rows)
    for (const word of row[field]) {
      if (found.has(word)) throw invalid(source, FILE, `${row.id}: "${word}" stands under two statuses`)
      found.set(word, row.id)
    }
  return found
}

export function loadAgreements(source: DataSource): Agreements {
  const rows = checkRows(source, FILE, Row)
  const statuses = rows.filter((row) => row.kind === 'status')
  const scope = new Map<string, Scope[]>()
  for (const row of rows)
    if (row.kind === 'scope') for (const word of row.words) scope.set(word, [...(scope.get(word) ?? []), row.id])
  return {
    over: byWord(source, statuses, 'over'),
    outside: byWord(source, statuses, 'outside'),
    under: byWord(source, statuses, 'under'),
    leaving: new Set(rows.flatMap((row) => (row.kind === 'leaving' ? row.over : []))),
    hindering: new Set(rows.flatMap((row) => (row.kind === 'hindering' ? row.over : []))),
    partyNouns: new Set(rows.flatMap((row) => (row.kind === 'party-noun' ? row.words : []))),
    modifier: byWord(source, statuses, 'words'),
    rank: new Map(statuses.map((row) => [row.id, row.rank])),
    scope,
    content: new Map(
      rows.flatMap((row) => (row.kind === 'content' ? row.over.map((verb) => [verb, row.excludes] as const) : [])),
    ),
  }
}
