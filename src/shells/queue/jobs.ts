import { createHash } from 'node:crypto'
import type PgBoss from 'pg-boss'
import type { Batch, Failed } from './index.ts'
import type { Server } from './server.ts'

/** A schema of our own: another program's pg-boss in the same database is left alone. */
export const SCHEMA = 'readout_queue'
export const BATCHES = 'batches'
/** Nobody works on these: they lie until they are put back. */
export const FAILED = 'failed'

/** How often a batch may go back before it counts as failed: a report that ends every worker must not end all. */
const TRIES = 4
/** Batches of one statement. */
const PUT_TOGETHER = 50

export interface Timing {
  /** After so many seconds without a sign of life a worker counts as gone, and its batches are given to others. */
  readonly patience: number
  /** Seconds between two signs of life, and between two looks for workers that are gone. */
  readonly beat: number
}

export interface Opened {
  readonly boss: PgBoss
  readonly server: Server
  readonly timing: Timing
}

/** JSON within a text: jsonb can hold neither NUL nor half a surrogate pair, which reports may have. */
export interface Data {
  readonly json: string
}

export const unpack = <T>({ json }: Data): T => JSON.parse(json) as T

/** The number of reports goes in a key that pg-boss's standard queues do not use: counting must not read the texts. */
const pack = (value: Batch | Failed, reports: number): Pick<PgBoss.JobInsert<Data>, 'data' | 'singletonKey'> => ({
  data: { json: JSON.stringify(value) },
  singletonKey: String(reports),
})

/** An id that the same work always gets: what is put twice is there once. */
const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256')
    .update(parts.join(' '))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** Puts batches on the queue; `from` is what they come from, if they are put again where that is done again. */
export async function putBatches({ boss, timing }: Opened, batches: readonly Batch[], from?: string): Promise<void> {
  for (let k = 0; k < batches.length; k += PUT_TOGETHER) {
    const jobs = batches.slice(k, k + PUT_TOGETHER).map((batch, j) => ({
      name: BATCHES,
      ...pack(batch, batch.reports.length),
      ...(from === undefined ? {} : { id: idOf(from, k + j) }),
      expireInSeconds: timing.patience,
      retryLimit: TRIES,
    }))
    await boss.insert(jobs)
  }
}

/** Puts aside what could not be read of the job `from`. */
export async function putFailed({ boss }: Opened, failed: readonly Failed[], from: string): Promise<void> {
  if (failed.length > 0)
    await boss.insert(failed.map((one, k) => ({ name: FAILED, ...pack(one, 1), id: idOf(from, k) })))
}
