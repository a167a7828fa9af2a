import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { invalid } from './rows.ts'

const FILE = 'lexicon/grammar.yaml'
const strings = z.array(z.string().min(1))
const Rows = z.object({
  negators: strings,
  'negative-determiners': strings,
  'light-verbs': z.array(z.object({ verbs: strings, reason: z.string() })),
  'light-prepositional': z.array(z.object({ verb: z.string(), preposition: z.string(), reason: z.string() })),
  'subject-control': strings,
  'on-control': strings,
  appointing: strings,
  replacing: strings,
  unpassive: strings,
  promising: strings,
  'time-openers': strings,
  speaking: strings,
  'particle-verbs': z.array(z.object({ particle: z.string(), verbs: strings, reason: z.string() })),
  'act-nouns': z.array(strings),
})

/** Closed classes for the clause graph. */
export interface Grammar {
  readonly negators: ReadonlySet<string>
  readonly negativeDeterminers: ReadonlySet<string>
  readonly lightVerbs: ReadonlySet<string>
  /** "engage in" and the like. */
  readonly lightPrepositional: ReadonlySet<string>
  readonly subjectControl: ReadonlySet<string>
  /** Verbs whose infinitive is what somebody after "on" is to do. */
  readonly onControl: ReadonlySet<string>
  /** Verbs that give an office; the object of one is who does what verbs of `replacing` beside it say. */
  readonly appointing: ReadonlySet<string>
  readonly replacing: ReadonlySet<string>
  /** Verbs without a passive. */
  readonly unpassive: ReadonlySet<string>
  /** Verbs that have no passive before an infinitive, which their subject does. */
  readonly promising: ReadonlySet<string>
  /** Words that open when or why something is done. */
  readonly timeOpeners: ReadonlySet<string>
  /** Lemmas of what a speaker does in speaking. */
  readonly speaking: ReadonlySet<string>
  /** Of each particle the verbs that take it to themselves. */
  readonly particleVerbs: ReadonlyMap<string, ReadonlySet<string>>
  /** Lemmas of nouns that name an act. */
  readonly actNouns: ReadonlySet<string>
}

export function loadGrammar(source: LanguageData): Grammar {
  const rows = Rows.safeParse(source.rows(FILE))
  if (!rows.success) throw invalid(source, FILE, z.prettifyError(rows.error))
  const data = rows.data
  return {
    negators: new Set(data.negators),
    negativeDeterminers: new Set(data['negative-determiners']),
    lightVerbs: new Set(data['light-verbs'].flatMap((row) => row.verbs)),
    lightPrepositional: new Set(data['light-prepositional'].map((row) => `${row.verb} ${row.preposition}`)),
    subjectControl: new Set(data['subject-control']),
    onControl: new Set(data['on-control']),
    appointing: new Set(data.appointing),
    replacing: new Set(data.replacing),
    unpassive: new Set(data.unpassive),
    promising: new Set(data.promising),
    timeOpeners: new Set(data['time-openers']),
    speaking: new Set(data.speaking),
    particleVerbs: new Map(data['particle-verbs'].map((row) => [row.particle, new Set(row.verbs)])),
    actNouns: new Set(data['act-nouns'].flat()),
  }
}
