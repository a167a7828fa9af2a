import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows } from './rows.ts'

const FILE = 'lexicon/corrections.yaml'
const words = z.array(z.string().min(1)).min(1)
const Row = z.strictObject({
  id: z.string().min(1),
  reason: z.string().min(3),
  versions: words,
  before: words,
  of: words.optional(),
  this: z.boolean().default(false),
  beside: words.optional(),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})

/** A way in which a report speaks of its own earlier versions. */
export interface Correction {
  readonly id: string
  readonly versions: ReadonlySet<string>
  readonly before: ReadonlySet<string>
  /** Lemmas of what it is a version of; null: it is not said. */
  readonly of: ReadonlySet<string> | null
  /** "This report" alone is the one at hand. */
  readonly this: boolean
  /** Lemmas of which one stands in the same paragraph, no more than a sentence before; null: none need. */
  readonly beside: ReadonlySet<string> | null
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

export const loadCorrections = (source: LanguageData): readonly Correction[] =>
  checkRows(source, FILE, Row).map(({ reason: _reason, ...row }) => ({
    ...row,
    versions: new Set(row.versions),
    before: new Set(row.before),
    of: row.of ? new Set(row.of) : null,
    beside: row.beside ? new Set(row.beside) : null,
  }))
