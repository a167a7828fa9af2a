import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Batch, Failed, Queue, WorkOptions } from '../src/shells/queue/index.ts'
import { openQueue } from '../src/shells/queue/pg-boss.ts'
import { onServer, serverAnswers, urlOf, whyNot } from './ledger/stores.ts'

/** The queue itself, on a real PostgreSQL, with workers that are gone after two seconds. */
const database = `readout_queue_${process.pid}`
const TIMING = { patience: 2, beat: 1 }
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const who = { by: 'editor', why: 'a test' }
const batch = (...names: string[]): Batch => ({
  reports: names.map((name) => ({ name, report: { text: `${name} \0 \ud800 met Borland.` }, issues: [] })),
  keeping: { who },
})
const namesOf = ({ reports }: Batch): string[] => reports.map(({ name }) => name)
/** Handles batches by noting what was in them. */
const noting = (names: string[]) => async (taken: Batch) => {
  names.push(...namesOf(taken))
  return []
}
const failedOf = ({ reports, keeping }: Batch, name: string): Failed[] =>
  reports
    .filter((report) => report.name === name)
    .map((report) => ({ ...report, keeping, error: { code: 'date-invalid', message: 'no day' } }))

async function inDatabase(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

describe.skipIf(!serverAnswers)(`the queue${whyNot}`, () => {
  const queues: Queue[] = []
  const open = async (): Promise<Queue> => {
    const queue = await openQueue(urlOf(database), 2, TIMING)
    queues.push(queue)
    return queue
  }
  const complaints: unknown[] = []
  const options = (over: Partial<WorkOptions> = {}): WorkOptions => ({
    parallel: 1,
    untilEmpty: true,
    stop: new AbortController().signal,
    complain: (error) => complaints.push(error),
    ...over,
  })
  let queue: Queue
  beforeAll(async () => {
    await onServer(`create database ${database}`)
    // Several processes may find no queue at once: all make it, and it is there once.
    ;[queue] = (await Promise.all([open(), open(), open()])) as [Queue, Queue, Queue]
  })
  beforeEach(() => void complaints.splice(0))
  afterAll(async () => {
    for (const one of queues) await one.close()
    await onServer(`drop database if exists ${database} with (force)`)
  })

  it('gives each batch to one worker, whole, whatever its texts hold', async () => {
    await queue.put([batch('a', 'b'), batch('c'), batch('d'), batch('e', 'f', 'g')])
    expect(await queue.counts()).toEqual({ waiting: 7, working: 0, failed: 0 })
    const seen: Batch[] = []
    const handle = async (taken: Batch) => {
      seen.push(taken)
      await sleep(20)
      return []
    }
    await Promise.all(queues.map((one) => one.work(handle, options({ parallel: 2 }))))
    expect(seen.flatMap(namesOf).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(seen.find((taken) => namesOf(taken)[0] === 'c')).toEqual(batch('c'))
    expect(await queue.counts()).toEqual({ waiting: 0, working: 0, failed: 0 })
  })

  it('puts aside what cannot be read, once, and puts it back when it is told to', async () => {
    await queue.put([batch('a', 'bad', 'c')])
    let tries = 0
    await queue.work(async (taken) => {
      tries++
      return failedOf(taken, 'bad')
    }, options())
    expect(tries).toBe(1)
    expect(await queue.counts()).toEqual({ waiting: 0, working: 0, failed: 1 })
    const listed: Failed[] = []
    for await (const failed of queue.failed()) listed.push(failed)
    expect(listed).toEqual(failedOf(batch('bad'), 'bad'))
    expect(await queue.retry()).toBe(1)
    const again: string[] = []
    await queue.work(noting(again), options())
    expect(again).toEqual(['bad'])
    expect(await queue.counts()).toEqual({ waiting: 0, working: 0, failed: 0 })
  })

  it('divides a batch that comes back, so that the report that ends its workers ends alone', async () => {
    await queue.put([batch('a', 'poison', 'c')])
    const done: string[] = []
    let taken = 0
    await queue.work(
      async (one) => {
        taken++
        if (namesOf(one).includes('poison')) throw new Error('the worker ended')
        done.push(...namesOf(one))
        return []
      },
      options({ parallel: 2 }),
    )
    expect(done.sort()).toEqual(['a', 'c'])
    expect(await queue.counts()).toEqual({ waiting: 0, working: 0, failed: 1 })
    expect(taken).toBeLessThan(12)
    expect(complaints.length).toBeGreaterThan(0)
    const listed: string[] = []
    for await (const failed of queue.failed()) listed.push(`${failed.name} ${failed.error.code}`)
    expect(listed).toEqual(['poison internal'])
    expect(await queue.retry()).toBe(1)
    await queue.work(async () => [], options())
  })

  it('keeps a batch with a worker that lives, and gives it to another when that one is gone', async () => {
    await queue.put([batch('slow')])
    const takers: string[] = []
    const slow = queues[1]!.work(async () => {
      takers.push('slow')
      await sleep(TIMING.patience * 2000)
      return []
    }, options())
    await sleep(1000)
    await queue.work(noting(takers), options())
    await slow
    expect(takers).toEqual(['slow'])
    // Taken, and never heard of again: as a worker that was killed leaves it.
    await queue.put([batch('orphan')])
    await inDatabase(
      `update readout_queue.job set state = 'active', started_on = now() - interval '10 s' where name = 'batches'`,
    )
    expect(await queue.counts()).toEqual({ waiting: 0, working: 1, failed: 0 })
    await queue.work(noting(takers), options())
    expect(takers).toEqual(['slow', 'orphan'])
  })

  it('goes on when its connections are lost, and says that they were', async () => {
    await queue.put([batch('a'), batch('b'), batch('c')])
    const done = new Set<string>()
    await queue.work(async (one) => {
      if (done.size === 0 && complaints.length === 0) {
        await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`)
        done.add(namesOf(one)[0]!)
        throw new Error('its ledger was lost, too')
      }
      done.add(namesOf(one)[0]!)
      return []
    }, options())
    expect([...done].sort()).toEqual(['a', 'b', 'c'])
    expect(await queue.counts()).toEqual({ waiting: 0, working: 0, failed: 0 })
    expect(complaints.length).toBeGreaterThan(0)
  })

  it('says so where no database answers', async () => {
    await expect(openQueue('postgres://postgres@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'ledger-unreachable',
    })
  })
})
