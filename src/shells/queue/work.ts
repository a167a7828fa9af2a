import { setTimeout as sleep } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import type { Batch, Failed, WorkOptions } from './index.ts'
import { BATCHES, type Data, type Opened, putBatches, putFailed, SCHEMA, unpack } from './jobs.ts'

const POLL = 500
/** A batch that came back so often is divided: whichever report ends its workers then ends them alone. */
const DIVIDED_AFTER = 2
/** So many things that went wrong one after another: the fault lies not with a batch. */
const SETBACKS = 5

type Job = PgBoss.JobWithMetadata<Data>
type Handle = (batch: Batch) => Promise<readonly Failed[]>

/** The next batch; null where none waits. (`fetch` itself takes every error for an empty queue.) */
async function take({ boss, server }: Opened): Promise<Job | null> {
  let lost: unknown
  const db = {
    executeSql: (text: string, values: unknown[]) =>
      server.executeSql(text, values).catch((error: unknown) => {
        lost = error
        throw error
      }),
  }
  const [job] = await boss.fetch<Data>(BATCHES, { includeMetadata: true, db })
  if (lost !== undefined) throw lost
  return job ?? null
}

/** Signs of life for the batches under way: without them they are given to another worker after some seconds. */
function beat({ server, timing }: Opened, held: ReadonlySet<string>): () => void {
  const sign = async (): Promise<void> => {
    if (held.size === 0) return
    const touch = `update ${SCHEMA}.job set started_on = now() where name = $1 and id = any($2::uuid[]) and state = 'active'`
    // One that fails is made up for by the next.
    await server.executeSql(touch, [BATCHES, [...held]]).catch(() => undefined)
  }
  const timer = setInterval(sign, timing.beat * 1000)
  return () => clearInterval(timer)
}

/** Done: what failed is put aside first, and then the batch goes. Who ends in between has it done again, to the same end. */
async function finish(opened: Opened, job: Job, handle: Handle): Promise<void> {
  const batch = unpack<Batch>(job.data)
  if (job.retryCount >= DIVIDED_AFTER && batch.reports.length > 1) {
    const alone = batch.reports.map((report) => ({ reports: [report], keeping: batch.keeping }))
    await putBatches(opened, alone, `of ${job.id}`)
  } else await putFailed(opened, await handle(batch), job.id)
  await opened.boss.deleteJob(BATCHES, job.id)
}

async function finishOrReturn(opened: Opened, job: Job, handle: Handle, held: Set<string>): Promise<void> {
  held.add(job.id)
  try {
    await finish(opened, job, handle)
  } catch (error) {
    // Where the database is gone it cannot be told so either: then the batch comes back by itself.
    await opened.boss.fail(BATCHES, job.id, { message: (error as Error).message }).catch(() => undefined)
    throw error
  } finally {
    held.delete(job.id)
  }
}

async function isEmpty({ server }: Opened): Promise<boolean> {
  const some = `select 1 from ${SCHEMA}.job where name = $1 and state < 'completed' limit 1`
  return (await server.executeSql(some, [BATCHES])).rows.length === 0
}

/** One of the parallel workers of this process. */
async function workAlong(opened: Opened, handle: Handle, options: WorkOptions, held: Set<string>): Promise<void> {
  const pause = (ms: number) => sleep(ms, undefined, { signal: options.stop }).catch(() => undefined)
  for (let setbacks = 0; !options.stop.aborted; ) {
    try {
      const job = await take(opened)
      if (job) await finishOrReturn(opened, job, handle, held)
      else if (options.untilEmpty && (await isEmpty(opened))) return
      else await pause(POLL)
      setbacks = 0
    } catch (error) {
      if (++setbacks >= SETBACKS) throw error
      options.complain(error)
      await pause(POLL * 2 ** setbacks)
    }
  }
}

/** See `Queue.work`. Throws what went wrong last where nothing succeeds any more; the other workers end first. */
export async function workOn(opened: Opened, handle: Handle, options: WorkOptions): Promise<void> {
  const held = new Set<string>()
  const giveUp = new AbortController()
  const here = { ...options, stop: AbortSignal.any([options.stop, giveUp.signal]) }
  const fallSilent = beat(opened, held)
  const workers = Array.from({ length: options.parallel }, () =>
    workAlong(opened, handle, here, held).catch((error: unknown) => {
      giveUp.abort()
      throw error
    }),
  )
  const ended = await Promise.allSettled(workers)
  fallSilent()
  for (const worker of ended) if (worker.status === 'rejected') throw worker.reason
}
