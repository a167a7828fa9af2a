import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

let trips = 0
for (const client of [PGlite.prototype, pg.Client.prototype] as { query: (...given: unknown[]) => unknown }[]) {
  const { query } = client
  client.query = function (...given) {
    trips++
    return query.apply(this, given)
  }
}

export interface Measured {
  readonly times: number
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
  /** Processor time of this process for one, in milliseconds. */
  readonly cpu: number
  /** Round trips to the database for one. */
  readonly trips: number
  /** What one gives, on average: rows, records. */
  readonly given: number
}

export interface Times {
  readonly times: number
  /** Not counted: caches fill, code is compiled. */
  readonly before: number
}
/** What takes long is done less often: no more once it has taken this long in all. */
const LONGEST_MS = 20_000

/** Does a work several times; it gives how much it gave. */
export async function measure({ times, before }: Times, work: (k: number) => Promise<number>): Promise<Measured> {
  const taken: number[] = []
  let [given, spent] = [0, 0]
  for (let k = 0; k < before && spent < LONGEST_MS / 10; k++) spent += await timed(() => work(k))
  const [used, already] = [process.cpuUsage(), trips]
  spent = 0
  while (taken.length < times && spent < LONGEST_MS) {
    const k = taken.length
    const ms = await timed(async () => {
      given += await work(k)
    })
    taken.push(ms)
    spent += ms
  }
  const { user, system } = process.cpuUsage(used)
  const done = taken.length
  const sorted = [...taken].sort((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(done - 1, Math.floor(part * done))]!
  const cpu = (user + system) / 1000 / done
  return { times: done, median: at(0.5), p95: at(0.95), cpu, trips: (trips - already) / done, given: given / done }
}

/** PGlite answers without a turn of the event loop, in which Ctrl-C is heard: one is taken before each work. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  await setImmediate()
  const start = performance.now()
  await work()
  return performance.now() - start
}
