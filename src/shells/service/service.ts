import type { Ledger } from '../../ledger.ts'
import { createRuleBook, type Hints, type Report, type RuleBook } from '../../read.ts'
import { fetchPage, PUBLIC_ONLY, type Reach } from '../fetch/index.ts'
import { FinishedAnswers } from './finished.ts'
import type { ReadingTask } from './reading-task.ts'
import type { Readings } from './readings.ts'
import type { Input } from './schemas/input.ts'

/** What the HTTP server and the MCP server stand on. */
export interface Service {
  readonly ledger: Ledger
  /** Where the ledger lies: in a folder of this machine, or on a PostgreSQL server. */
  readonly store: 'folder' | 'postgresql'
  readonly readings: Readings
  /** Answers of this ledger that need not be made again. */
  readonly answers: FinishedAnswers
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Where pages may be fetched from. */
  readonly reach: Reach
  /** What the rules that records name stand for. */
  readonly rules: RuleBook
}

export interface ServiceOptions {
  readonly store?: Service['store']
  /** Default: addresses of the public network alone. */
  readonly reach?: Reach
}

export const serviceOf = (
  ledger: Ledger,
  readings: Readings,
  clock: () => number,
  { store = 'folder', reach = PUBLIC_ONLY }: ServiceOptions = {},
): Service => ({ ledger, store, readings, answers: new FinishedAnswers(), clock, reach, rules: createRuleBook() })

const given = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

/** A report as it came → what a thread reads; a page is fetched here. */
export async function taskOf(input: Input, reach: Reach): Promise<ReadingTask> {
  const { text, ...known } = input
  if (text !== undefined) return { kind: 'report', report: { text, ...given(known) } as Report }
  const { bytes, hints } = await fetchPage(input.url!, reach)
  const { url: _asked, ...rest } = known
  return { kind: 'bytes', bytes, hints: { ...hints, ...given(rest) } as Hints }
}
