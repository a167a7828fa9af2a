import type { Place } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import type { Batch, Keeping, Queue, Queued } from '../../queue/index.ts'
import { DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { readerHere } from '../worker.ts'
import type { AddOptions } from './add-command.ts'
import { placeOf } from './open.ts'
import { progressLine, tellFailure } from './progress.ts'
import { reportsOf } from './reports.ts'
import { sourcesOf } from './sources.ts'

/** Reports of a batch: a worker is some seconds at work on them, and one that is gone costs no more. */
const REPORTS = 20
const CHARACTERS = 1 << 20
/** Batches put at a time. */
const TOGETHER = 20

export function databaseOf(place: Place): string {
  if ('databaseUrl' in place) return place.databaseUrl
  throw new ReadoutError(
    'usage',
    'the queue is in a PostgreSQL server: set DATABASE_URL (and leave out --ledger); on a folder, readout add reads in as many threads as the machine has',
  )
}

/** The queue is loaded here and only here: other commands do not pay for it. */
export async function withQueue<T>(place: Place, parallel: number, use: (queue: Queue) => Promise<T>): Promise<T> {
  const databaseUrl = databaseOf(place)
  const { openQueue } = await import('../../queue/pg-boss.ts')
  const queue = await openQueue(databaseUrl, parallel)
  try {
    return await use(queue)
  } finally {
    await queue.close()
  }
}

/** Collects reports to batches, and puts them where some have come together. */
class Putting {
  #batch: Queued[] = []
  #size = 0
  #ready: Batch[] = []
  put = 0

  constructor(
    readonly queue: Queue,
    readonly keeping: Keeping,
  ) {}

  async add(report: Queued): Promise<void> {
    this.#batch.push(report)
    this.#size += report.report.text.length
    if (this.#batch.length >= REPORTS || this.#size >= CHARACTERS) this.#close()
    if (this.#ready.length >= TOGETHER) await this.flush()
  }

  #close(): void {
    if (this.#batch.length > 0) this.#ready.push({ reports: this.#batch, keeping: this.keeping })
    this.#batch = []
    this.#size = 0
  }

  async flush(): Promise<void> {
    this.#close()
    await this.queue.put(this.#ready)
    this.put += this.#ready.reduce((sum, { reports }) => sum + reports.length, 0)
    this.#ready = []
  }
}

/** Puts every report on the queue with what is known of it; tells those that cannot be opened. */
export async function putOnQueue(names: readonly string[], options: AddOptions, keeping: Keeping): Promise<number> {
  return withQueue(placeOf(options), 1, async (queue) => {
    const reports = reportsOf(await sourcesOf(names, options.jsonl === true), readerHere, options)
    const putting = new Putting(queue, keeping)
    const show = progressLine()
    let failed = 0
    for await (const line of reports.lines) {
      const origin = reports.origin(line.line)
      if ('report' in line) await putting.add({ ...origin, report: line.report })
      else if ('error' in line) {
        failed++
        show('')
        tellFailure(line.error, origin.name)
      }
      show(`${putting.put} put on the queue … ${origin.name}`)
    }
    await putting.flush()
    show('')
    const told = `${putting.put} on the queue${failed > 0 ? `, ${failed} failed` : ''}: readout work reads and keeps them\n`
    await print(options.json ? `${JSON.stringify({ queued: putting.put, failed })}\n` : told)
    return failed > 0 ? PARTLY : DONE
  })
}
