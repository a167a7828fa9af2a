import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { type Phrase, parsePhrase } from './phrases.ts'
import { checkRows, invalid } from './rows.ts'
import { loadWordClasses, type WordClass } from './word-classes.ts'

/** What the number of a quantity is of what is counted. */
export const BOUNDS = ['none', 'exact', 'about', 'at-least', 'at-most', 'range', 'loose', 'zero', 'ordinal'] as const
export type Bounds = (typeof BOUNDS)[number]

/** Classes of numbers that the step reads by itself. */
export const QUANTITY_FIGURES = ['n', 'ordinal', 'fraction'] as const

export interface QuantityRule {
  readonly id: string
  readonly phrase: Phrase
  readonly bounds: Bounds
  /** Text, words, low, high, unit. */
  readonly yes: readonly QuantityExample[]
  readonly no: readonly string[]
}
export type QuantityExample = readonly [string, string, number | null, number | null, (string | undefined)?]

export interface Quantities {
  readonly classes: ReadonlyMap<string, WordClass>
  readonly rules: readonly QuantityRule[]
  /** Words after which a number names and does not count. */
  readonly labels: ReadonlySet<string>
}

const FOLDER = 'lexicon/quantities'
const bound = z.number().nullable()
const PartRow = z.strictObject({ id: z.string(), pattern: z.string(), reason: z.string() })
const RuleRow = z.strictObject({
  id: z.string(),
  pattern: z.string(),
  bounds: z.enum(BOUNDS),
  reason: z.string().min(3),
  yes: z
    .array(
      z.union([
        z.tuple([z.string(), z.string(), bound, bound]),
        z.tuple([z.string(), z.string(), bound, bound, z.string()]),
      ]),
    )
    .min(1),
  no: z.array(z.tuple([z.string()])).min(2),
})

export function loadQuantities(source: LanguageData): Quantities {
  const classes = loadWordClasses(source, `${FOLDER}/words.yaml`)
  const labels = classes.get('label')
  if (!labels) throw invalid(source, `${FOLDER}/words.yaml`, 'row label is missing')
  const fragments = new Map<string, Phrase>()
  const names = { classes: new Set([...classes.keys(), ...QUANTITY_FIGURES]), fragments }
  const phraseOf = (file: string, row: { id: string; pattern: string }): Phrase => {
    try {
      return parsePhrase(row.pattern, names)
    } catch (cause) {
      throw invalid(source, file, `row ${row.id}: ${(cause as Error).message}`, {
        cause,
      })
    }
  }
  const parts = `${FOLDER}/parts.yaml`
  for (const row of checkRows(source, parts, PartRow)) fragments.set(row.id, phraseOf(parts, row))
  const file = `${FOLDER}/rules.yaml`
  const rules = checkRows(source, file, RuleRow).map((row): QuantityRule => {
    const { id, bounds, yes } = row
    return { id, bounds, yes, phrase: phraseOf(file, row), no: row.no.map(([text]) => text) }
  })
  return { classes, rules, labels: new Set(labels.entries.keys()) }
}
