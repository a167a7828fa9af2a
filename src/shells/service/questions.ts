import { z } from 'zod'
import type { Answer, Question } from '../../6-answer/index.ts'
import * as ask from '../../6-answer/index.ts'
import type { Ledger } from '../../ledger.ts'
import {
  ACTOR_TYPES,
  CONTRADICTIONS,
  EVENT_TYPES,
  PREDICATES,
  RECORD_KINDS,
  STATEMENT_ACTS,
} from '../../model/index.ts'
import { createPlaceFinder } from '../../read.ts'
import { several } from './schemas/filters.ts'
import * as rows from './schemas/rows.ts'
import { actorPage, pact, web } from './schemas/webs.ts'

type Shape = Readonly<Record<string, z.ZodType>>

/** A question of the ledger as HTTP and MCP offer it. */
export interface QuestionKind<Options extends Shape = Shape> {
  readonly name: string
  readonly title: string
  readonly description: string
  /** What it takes besides the filters of every question. */
  readonly options: Options
  readonly row: z.ZodType
  /** Its rows carry citations. */
  readonly cited: boolean
  readonly ask: (ledger: Ledger, question: Question, options: never) => Promise<Answer<unknown>>
}

/** Checks the options' type where the row is written; outside they are what zod made of them. */
const define = <Options extends Shape>(
  kind: Omit<QuestionKind<Options>, 'ask' | 'cited'> & {
    readonly cited?: false
    readonly ask: (
      ledger: Ledger,
      question: Question,
      options: { [K in keyof Options]: NonNullable<z.output<Options[K]>> },
    ) => Promise<Answer<unknown>>
  },
): QuestionKind => ({ cited: true, ...kind }) as unknown as QuestionKind

const name = z.string().min(1).max(300)
const names = several(name).optional()
const flag = z.stringbool().or(z.boolean())
const realis = z.enum(['actual', 'future', 'hypothetical'])

/** Reads its lists with the first question. */
const finder = createPlaceFinder()

export const QUESTIONS: readonly QuestionKind[] = [
  define({
    name: 'brief',
    title: 'Brief',
    description:
      'A page of sentences on what happened, was agreed, hangs, was said, counted and is disputed, each with its citations.',
    options: { sentences: z.coerce.number().int().min(1).max(100).optional().describe('most sentences of a section') },
    row: rows.sentence,
    ask: ask.brief,
  }),
  define({
    name: 'timeline',
    title: 'Timeline',
    description: 'What happened, each happening once however many reports tell it, in order of time.',
    options: { types: several(z.enum(EVENT_TYPES)).optional(), realis: several(realis).optional() },
    row: rows.happening,
    ask: ask.timeline,
  }),
  define({
    name: 'places',
    title: 'Places',
    description:
      'What happened where: each place with its coordinates, where a gazetteer or somebody gives any, and its happenings.',
    options: { types: several(z.enum(EVENT_TYPES)).optional(), realis: several(realis).optional() },
    row: rows.placeOnMap,
    ask: (ledger, question, options) => ask.places(ledger, finder, question, options),
  }),
  define({
    name: 'statements',
    title: 'Statements',
    description: 'Who said what to whom, through which channel, on whose word.',
    options: {
      by: names,
      to: names,
      channel: name.optional(),
      acts: several(z.enum(STATEMENT_ACTS)).optional(),
      common: flag.optional().describe('only what is about somebody whom all of `by` spoke about'),
    },
    row: rows.said,
    ask: ask.statements,
  }),
  define({
    name: 'actors',
    title: 'Actors',
    description: 'Whom the ledger knows, those of most reports first; `actor` cites what is known of one.',
    options: {
      types: several(z.enum(ACTOR_TYPES)).optional(),
      begins: name.optional().describe('words, each of which begins a word of one of its names'),
    },
    row: rows.known,
    cited: false,
    ask: ask.actors,
  }),
  define({
    name: 'actor',
    title: 'Actor',
    description: 'All of one actor: offices, memberships, allies, enemies, what it said, did and met with.',
    options: { name: name.describe('name or id') },
    row: actorPage,
    ask: (ledger, question, options) => ask.actor(ledger, options.name, question),
  }),
  define({
    name: 'relations',
    title: 'Relations',
    description: 'Who is what to whom, each relation with the interval over which it held.',
    options: { predicates: several(z.enum(PREDICATES)).optional() },
    row: rows.relationship,
    ask: ask.relations,
  }),
  define({
    name: 'agreements',
    title: 'Agreements',
    description: 'What is agreed between whom, its status over time, what it covers and leaves out.',
    options: {},
    row: pact,
    ask: (ledger, question) => ask.agreements(ledger, question),
  }),
  define({
    name: 'dependencies',
    title: 'What hangs on what',
    description: 'What must happen before what, what blocks it, what it opens, with the state of each.',
    options: {},
    row: web,
    ask: (ledger, question) => ask.dependencies(ledger, question),
  }),
  define({
    name: 'estimates',
    title: 'Estimates',
    description: 'How many, by whose count, over time.',
    options: { measure: name.optional().describe('part of the measure: "killed"') },
    row: rows.series,
    ask: ask.estimates,
  }),
  define({
    name: 'disagreements',
    title: 'Disagreements',
    description: 'Where reports contradict each other, with the words of both sides.',
    options: {
      types: several(z.enum(CONTRADICTIONS)).optional(),
      revisions: flag.optional().describe('revisions too'),
    },
    row: rows.disagreement,
    ask: ask.disagreements,
  }),
  define({
    name: 'search',
    title: 'Search',
    description:
      'Actors called so, reports whose title or text holds the words sought, and records whose exact words do; fields: in: kind: type: actor: by: publisher:',
    options: { words: z.string().min(1).max(1000) },
    row: rows.found,
    ask: (ledger, question, options) => ask.search(ledger, options.words, question),
  }),
  define({
    name: 'waiting',
    title: 'Waiting for review',
    description: 'What nobody judged yet: what the ledger proposes, then records as the reader gave them.',
    options: { kinds: several(z.enum([...RECORD_KINDS, 'proposal'])).optional() },
    row: rows.waiting,
    ask: ask.waiting,
  }),
]
