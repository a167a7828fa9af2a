import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { invalid } from './rows.ts'

const FILES = ['lexicon/cues.speech.yaml', 'lexicon/cues.stance.yaml', 'lexicon/cues.evidence.yaml'] as const
const PHRASES = 'lexicon/cues.phrases.yaml'

/** Prepositions before the content of a cue, most telling first. */
export const CONTENT_PREPOSITIONS = [
  'of',
  'for',
  'about',
  'to',
  'on',
  'over',
  'against',
  'at',
  'in',
  'with',
  'by',
  'toward',
  'towards',
] as const

/** Where the content of a cue stands, most telling first: of two rows of a word, the frame that comes first here is tried first. */
export const FRAMES = [
  'object-of',
  'object-for',
  'object-with',
  'object-over',
  'object-on',
  'object-to',
  'object-at',
  'object-as',
  'object-complement',
  'hearer-infinitive',
  'on-infinitive',
  'object-infinitive',
  'subject-infinitive',
  'clause',
  'infinitive',
  'gerund',
  'subject-complement',
  'complement',
  ...CONTENT_PREPOSITIONS,
  'object',
] as const
export type Frame = (typeof FRAMES)[number]

const strings = z.array(z.string().min(1)).default([])
const outcome = z.strictObject({
  certainty: z.enum(['certain', 'probable', 'possible', 'unknown']),
  polarity: z.enum(['affirmed', 'denied']).default('affirmed'),
  realis: z.enum(['actual', 'future', 'hypothetical']).optional(),
})
const meaning = {
  id: z.string().min(1),
  reason: z.string().min(1),
  sense: z.enum(['speech', 'stance', 'attitude', 'evidence']),
  act: z.enum(['say', 'announce', 'deny', 'admit', 'claim', 'promise', 'ask', 'warn', 'hint']).optional(),
  gives: outcome,
  denied: outcome.default({ certainty: 'unknown', polarity: 'affirmed' }),
  factive: z.boolean().default(false),
  sourceless: z.boolean().default(false),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
}
const Row = z.strictObject({
  ...meaning,
  frames: z.array(z.enum(FRAMES)).min(1),
  hearer: z.literal('object').optional(),
  /** Lemmas of which the object must be one; none: any object. */
  objects: strings,
  /** Lemmas of objects with which it says nothing. */
  except: strings,
  /** Lemmas of which the subject must be one; none: any subject. */
  subjects: strings,
  /** The content must hold a number. */
  number: z.boolean().default(false),
  verbs: strings,
  nouns: strings,
  adjectives: strings,
})
const Phrase = z.strictObject({
  ...meaning,
  words: z.array(z.string().min(1)).min(1),
  /** The object must be a name. */
  entity: z.boolean().default(false),
  /** Objects that say nothing. */
  except: strings,
})
/** `nouns`: who can be cited, where he is not named. */
const Citing = Phrase.extend({ nouns: z.array(z.string().min(1)).min(1) })
const Phrases = z.strictObject({ prepositions: z.array(Phrase), adverbs: z.array(Phrase), citing: z.array(Citing) })

export type CueOutcome = z.infer<typeof outcome>
/** A class of words by which somebody says, holds or shows something. */
export type Cue = z.infer<typeof Row>
/** A preposition of several words, or adverbs, that attribute their clause. */
export type PhraseCue = z.infer<typeof Phrase>

/** Verbs by which one who says something names who told him. */
export type CitingCue = z.infer<typeof Citing>

/** A frame of a word with the row that gives it. */
export interface CueFrame {
  readonly frame: Frame
  readonly cue: Cue
}

export interface Cues {
  /** By lemma, with particle ("point out"); most telling frame first. */
  readonly verbs: ReadonlyMap<string, readonly CueFrame[]>
  readonly nouns: ReadonlyMap<string, readonly CueFrame[]>
  readonly adjectives: ReadonlyMap<string, readonly CueFrame[]>
  /** By first word. */
  readonly prepositions: ReadonlyMap<string, readonly PhraseCue[]>
  readonly adverbs: ReadonlyMap<string, PhraseCue>
  /** By lemma of the verb. */
  readonly citing: ReadonlyMap<string, CitingCue>
  readonly byId: ReadonlyMap<string, Cue | PhraseCue>
}

function parseRows(source: LanguageData, file: string): readonly Cue[] {
  const rows = z.array(Row).safeParse(source.rows(file))
  if (!rows.success) throw invalid(source, file, z.prettifyError(rows.error))
  return rows.data
}

/** Whether a row takes any subject and object. */
const isOpen = ({ objects, subjects }: Cue): boolean => objects.length + subjects.length === 0

function index(rows: readonly Cue[], words: (cue: Cue) => readonly string[]): ReadonlyMap<string, readonly CueFrame[]> {
  const found = new Map<string, CueFrame[]>()
  for (const frame of FRAMES)
    for (const cue of rows)
      if (cue.frames.includes(frame))
        for (const word of words(cue)) {
          const list = found.get(word) ?? []
          const settled = list.some((other) => other.frame === frame && isOpen(other.cue))
          if (!settled) found.set(word, [...list, { frame, cue }])
        }
  return found
}

function byFirstWord(rows: readonly PhraseCue[]): ReadonlyMap<string, readonly PhraseCue[]> {
  const found = new Map<string, PhraseCue[]>()
  for (const row of rows) found.set(row.words[0]!, [...(found.get(row.words[0]!) ?? []), row])
  return found
}

export function loadCues(source: LanguageData): Cues {
  const rows = FILES.flatMap((file) => parseRows(source, file))
  const phrases = Phrases.safeParse(source.rows(PHRASES))
  if (!phrases.success) throw invalid(source, PHRASES, z.prettifyError(phrases.error))
  const { prepositions, adverbs, citing } = phrases.data
  const byId = new Map<string, Cue | PhraseCue>()
  for (const row of [...rows, ...prepositions, ...adverbs, ...citing]) {
    if (byId.has(row.id)) throw invalid(source, 'lexicon/cues', `row ${row.id} stands twice`)
    byId.set(row.id, row)
  }
  return {
    verbs: index(rows, (cue) => cue.verbs),
    nouns: index(rows, (cue) => cue.nouns),
    adjectives: index(rows, (cue) => cue.adjectives),
    prepositions: byFirstWord(prepositions),
    adverbs: new Map(adverbs.flatMap((row) => row.words.map((word) => [word, row]))),
    citing: new Map(citing.flatMap((row) => row.words.map((word) => [word, row]))),
    byId,
  }
}
