import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

/** Words or short phrases of one kind with what each stands for. */
export interface WordClass {
  readonly id: string
  /** By first word; of each the longest first. */
  readonly entries: ReadonlyMap<string, readonly WordEntry[]>
  /** Only where the first word has a capital. */
  readonly capital: boolean
}

export interface WordEntry {
  readonly words: readonly string[]
  readonly value: string | number
  /** Parts of speech of which the first word must be one. */
  readonly tags?: ReadonlySet<string>
}

const Row = z.strictObject({
  id: z.string(),
  reason: z.string().min(3),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  tags: z.record(z.string(), z.array(z.string())).default({}),
  capital: z.boolean().default(false),
})

export function loadWordClasses(source: LanguageData, file: string): ReadonlyMap<string, WordClass> {
  const classes = new Map<string, WordClass>()
  for (const row of checkRows(source, file, Row)) {
    const unknown = Object.keys(row.tags).find((word) => !(word in row.values))
    if (unknown) throw invalid(source, file, `row ${row.id}: tags of “${unknown}”, no value`)
    classes.set(row.id, toWordClass(row))
  }
  return classes
}

function toWordClass(row: z.infer<typeof Row>): WordClass {
  const entries = new Map<string, WordEntry[]>()
  for (const [phrase, value] of Object.entries(row.values)) {
    const words = phrase.toLowerCase().replaceAll("'s", " 's").split(' ').filter(Boolean)
    const tags = row.tags[phrase]
    const entry: WordEntry = { words, value, ...(tags ? { tags: new Set(tags) } : {}) }
    entries.set(words[0]!, [...(entries.get(words[0]!) ?? []), entry])
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { id: row.id, entries, capital: row.capital }
}
