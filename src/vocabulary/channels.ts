import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { invalid } from './rows.ts'

const FILE = 'lexicon/channels.yaml'
const words = z.array(z.string().min(1)).min(1)
const Rows = z.strictObject({
  prepositions: words,
  nouns: z.array(z.strictObject({ words, reason: z.string().min(1) })).min(1),
  platforms: words,
  voices: words,
  documents: words,
  makes: words,
  makers: words,
  known: words,
  continues: words,
  pronouns: words,
  clausal: words,
})

/** By what a thing is said: "statement", "Fox News interview", "Twitter". All in lower case. */
export interface Channels {
  readonly prepositions: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
  /** First word of each platform's name to the names. */
  readonly platforms: ReadonlyMap<string, readonly string[]>
  /** Nouns that say things for whoever made them. */
  readonly voices: ReadonlySet<string>
  /** Nouns that say things for themselves where no maker is named. */
  readonly documents: ReadonlySet<string>
  /** Verbs whose subject makes the voice that is their object. */
  readonly makes: ReadonlySet<string>
  /** Prepositions that name the maker of a voice, most telling first. */
  readonly makers: readonly string[]
  /** Words before a voice that was spoken of already. */
  readonly known: ReadonlySet<string>
  /** Verbs by which the one who spoke last goes on. */
  readonly continues: ReadonlySet<string>
  /** Pronouns that take up whoever spoke last. */
  readonly pronouns: ReadonlySet<string>
  /** Conjunctions that open a second clause of what is said. */
  readonly clausal: ReadonlySet<string>
}

const lower = (list: readonly string[]): string[] => list.map((word) => word.toLowerCase())

export function loadChannels(source: LanguageData): Channels {
  const parsed = Rows.safeParse(source.rows(FILE))
  if (!parsed.success) throw invalid(source, FILE, z.prettifyError(parsed.error))
  const { prepositions, nouns, platforms, voices, documents, makes, makers, known, continues, pronouns, clausal } =
    parsed.data
  const byFirst = new Map<string, string[]>()
  for (const name of lower(platforms)) {
    const first = name.split(' ')[0]!
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  return {
    prepositions: new Set(lower(prepositions)),
    nouns: new Set(lower(nouns.flatMap((row) => row.words))),
    platforms: byFirst,
    voices: new Set(lower(voices)),
    documents: new Set(lower(documents)),
    makes: new Set(lower(makes)),
    makers,
    known: new Set(lower(known)),
    continues: new Set(lower(continues)),
    pronouns: new Set(lower(pronouns)),
    clausal: new Set(lower(clausal)),
  }
}
