import type * as Answer from '../../src/6-answer/index.ts'
import type { Ledger } from '../../src/ledger.ts'
import type { Draw } from './draws.ts'

export type Answers = Pick<
  typeof Answer,
  'actor' | 'timeline' | 'disagreements' | 'dependencies' | 'relations' | 'agreements' | 'brief' | 'search'
>

export interface WholeAnswer {
  readonly name: string
  /** Gives how many rows the answer has; of a page, how many citations. */
  readonly ask: (answers: Answers, ledger: Ledger, draw: Draw) => Promise<number>
}

const span = ([since, until]: Draw['month']) => ({ since, until })

/** The product's own questions, asked as the shells ask them: everything that fits, cited. */
export const WHOLE: readonly WholeAnswer[] = [
  {
    name: '`actor`, anybody, all four years',
    ask: async ({ actor }, ledger, { anybody }) => (await actor(ledger, anybody)).rows[0]!.citations.length,
  },
  {
    name: '`actor`, somebody often in the news, a month',
    ask: async ({ actor }, ledger, draw) =>
      (await actor(ledger, draw.actor, span(draw.month))).rows[0]!.citations.length,
  },
  {
    name: '`relations` of somebody often in the news, as of a day',
    ask: async ({ relations }, ledger, { actor, day }) =>
      (await relations(ledger, { about: [actor], asOf: day })).rows.length,
  },
  {
    name: '`agreements` of anybody',
    ask: async ({ agreements }, ledger, { anybody }) => (await agreements(ledger, { about: [anybody] })).rows.length,
  },
  {
    name: '`brief` on anybody',
    ask: async ({ brief }, ledger, { anybody }) => (await brief(ledger, { about: [anybody] })).rows.length,
  },
  {
    name: '`timeline` of a month',
    ask: async ({ timeline }, ledger, { month }) => (await timeline(ledger, span(month))).rows.length,
  },
  {
    name: '`disagreements` of a month',
    ask: async ({ disagreements }, ledger, { month }) => (await disagreements(ledger, span(month))).rows.length,
  },
  {
    name: '`search` of words, through actors, reports and records',
    ask: async ({ search }, ledger, { words }) => (await search(ledger, words)).rows.length,
  },
  {
    name: '`dependencies` of a month',
    ask: async ({ dependencies }, ledger, { month }) => (await dependencies(ledger, span(month))).rows.length,
  },
]
