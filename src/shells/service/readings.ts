import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { ReadoutError } from '../../model/errors.ts'
import type { ReadingResult, ReadingTask } from './reading-task.ts'
import { Refused } from './refused.ts'

/** Readings made beside the thread that answers requests. */
export interface Readings {
  /** The reading as JSON. Throws ReadoutError, and Refused where too many wait or the report takes too long. */
  read(task: ReadingTask): Promise<string>
  readonly threads: number
  close(): Promise<void>
}

export interface ReadingLimits {
  readonly threads: number
  /** Reports that may wait for a thread. */
  readonly waiting: number
  /** Milliseconds for one report, waiting included. */
  readonly patience: number
}

const workerFile = fileURLToPath(new URL('./reading-worker.mjs', import.meta.url))

const unwrap = (result: ReadingResult): string => {
  if ('json' in result) return result.json
  if (result.error.code === 'internal') throw new Error(result.error.message)
  throw new ReadoutError(result.error.code, result.error.message)
}

const told = (error: unknown): unknown => {
  const { name, message } = error as Error
  if (name === 'AbortError') return new Refused('reading-too-long', 'the report took too long to read; divide it')
  if (/queue/i.test(message)) return new Refused('busy', 'too many reports wait to be read; ask again in a moment')
  return error
}

function inThreads({ threads, waiting, patience }: ReadingLimits): Readings {
  const idleTimeout = 600_000
  const pool = new Piscina<ReadingTask, ReadingResult>({
    filename: workerFile,
    minThreads: 1,
    maxThreads: threads,
    maxQueue: waiting,
    idleTimeout,
  })
  return {
    threads,
    // A thread that reads for too long is ended, and another takes its place.
    read: async (task) =>
      unwrap(await pool.run(task, { signal: AbortSignal.timeout(patience) }).catch((e) => Promise.reject(told(e)))),
    close: () => pool.destroy(),
  }
}

/** From the sources, where no worker is bundled, reports are read in this thread. */
const inline = (): Readings => ({
  threads: 1,
  read: async (task) => unwrap(await (await import('./reading-worker.ts')).default(task)),
  close: async () => undefined,
})

export const openReadings = (limits: ReadingLimits): Readings => (existsSync(workerFile) ? inThreads(limits) : inline())
