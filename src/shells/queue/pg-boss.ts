import PgBoss from 'pg-boss'
import { countReports } from './counts.ts'
import { readFailed, retryFailed } from './failed.ts'
import type { Queue } from './index.ts'
import { BATCHES, FAILED, type Opened, putBatches, SCHEMA, type Timing } from './jobs.ts'
import { openServer } from './server.ts'
import { workOn } from './work.ts'

const TIMING: Timing = { patience: 15, beat: 3 }
/** What waits, and what failed, waits until somebody takes it. */
const YEARS = 3650

/** Opens the queue of a database, and makes it where there is none. Throws ReadoutError `ledger-unreachable`. */
export async function openQueue(databaseUrl: string, parallel = 1, timing = TIMING): Promise<Queue> {
  const server = openServer(databaseUrl, Math.min(parallel, 8) + 2)
  const boss = new PgBoss({
    db: server,
    schema: SCHEMA,
    schedule: false,
    maintenanceIntervalSeconds: timing.beat,
    retentionDays: YEARS,
    archiveFailedAfterSeconds: YEARS * 86_400,
  })
  const opened: Opened = { boss, server, timing }
  // What goes wrong in keeping house goes wrong in the next question too, which tells it.
  boss.on('error', () => {})
  try {
    // Two that make the same queue at once, or one that makes it while another keeps house, would block each other.
    await server.alone(async () => {
      await boss.start()
      for (const name of [BATCHES, FAILED]) if (!(await boss.getQueue(name))) await boss.createQueue(name, { name })
    })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    await server.close()
    throw error
  }
  return {
    put: (batches) => putBatches(opened, batches),
    work: (handle, options) => workOn(opened, handle, options),
    counts: () => countReports(opened),
    failed: () => readFailed(opened),
    retry: () => retryFailed(opened),
    close: async () => {
      await boss.stop({ graceful: false })
      await server.close()
    },
  }
}
