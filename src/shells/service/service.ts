import type { Ledger } from '../../ledger.ts'
import type { Hints, Report } from '../../read.ts'
import { fetchPage, PUBLIC_ONLY, type Reach } from '../fetch/index.ts'
import type { ReadingTask } from './reading-task.ts'
import type { Readings } from './readings.ts'
import type { Input } from './schemas/input.ts'

/** What the HTTP server and the MCP server stand on. */
export interface Service {
  readonly ledger: Ledger
  readonly readings: Readings
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Where pages may be fetched from. */
  readonly reach: Reach
}

export const serviceOf = (
  ledger: Ledger,
  readings: Readings,
  clock: () => number,
  reach: Reach = PUBLIC_ONLY,
): Service => ({
  ledger,
  readings,
  clock,
  reach,
})

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
