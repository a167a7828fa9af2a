import type { Added, Ledger } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import type { Batch, Counts, Failed, Queue } from '../../queue/index.ts'
import type { InputLine } from '../batch.ts'
import { complain, DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { openThreads, type Threads } from '../stream.ts'
import { held, keep, taskOf } from './keep.ts'
import { placeOf, withOpen } from './open.ts'
import { newTotals, progressLine, summary, type Totals, tellFailure, told } from './progress.ts'
import { withQueue } from './put-on-queue.ts'
import type { WorkOptions } from './work-command.ts'

interface Workplace {
  readonly ledger: Ledger
  readonly threads: Threads
  readonly tell: (name: string, became: Added | Failed['error']) => Promise<void>
}

/** What goes wrong with the ledger goes wrong with every report: the batch goes back. Anything else is the report's. */
const isOfLedger = (error: unknown): boolean => error instanceof ReadoutError && error.code.startsWith('ledger-')

const errorOf = (error: unknown): Failed['error'] => ({
  code: error instanceof ReadoutError ? error.code : 'internal',
  message: (error as Error).message,
})

/** Reads and keeps a batch; gives what cannot be read. Done again, it meets what it kept, and changes nothing. */
async function finishBatch({ ledger, threads, tell }: Workplace, { reports, keeping }: Batch): Promise<Failed[]> {
  const lines: InputLine[] = []
  for (const [line, report] of reports.entries()) {
    const same = await held(ledger, report.report, report, keeping)
    if (same) await tell(report.name, same)
    else lines.push({ line, report: report.report })
  }
  const failed: Failed[] = []
  for (const answer of await threads.run({ ...taskOf(keeping), lines })) {
    const report = reports[answer.line]!
    const became = answer.failed ?? (await keep(ledger, answer.json, report, keeping).catch(thrownOr(errorOf)))
    if ('code' in became) failed.push({ ...report, keeping, error: became })
    await tell(report.name, became)
  }
  return failed
}

const thrownOr =
  <T>(make: (error: unknown) => T) =>
  (error: unknown): T => {
    if (isOfLedger(error)) throw error
    return make(error)
  }

const stand = ({ waiting, working, failed }: Counts): string =>
  `${waiting} waiting, ${working} being read, ${failed} failed`

/** Tells what became of each report, and where a person looks on how many are left. */
function telling(queue: Queue, totals: Totals, json: boolean) {
  const show = progressLine()
  let left = ''
  const look = setInterval(() => {
    if (process.stderr.isTTY)
      void queue.counts().then(
        (counts) => (left = stand(counts)),
        () => undefined,
      )
  }, 2000).unref()
  const tell: Workplace['tell'] = async (name, became) => {
    const failed = 'code' in became
    totals[failed ? 'failed' : became.outcome]++
    show('')
    if (failed) tellFailure(became, name)
    else await print(json ? `${JSON.stringify({ input: name, ...became })}\n` : told(became, name))
    show(`${summary(totals)} … ${left}`)
  }
  const end = (): void => {
    clearInterval(look)
    show('')
  }
  return { tell, end }
}

/** Reads and keeps what is on the queue, until `stop`. */
export async function work(options: WorkOptions, stop: AbortSignal): Promise<number> {
  const { threads: count, untilEmpty = false, json = false } = options
  return withQueue(placeOf({}), count, (queue) =>
    withOpen({}, async (ledger) => {
      const threads = openThreads(count)
      const totals = newTotals()
      const { tell, end } = telling(queue, totals, json)
      const workplace = { ledger, threads, tell }
      try {
        await queue.work((batch) => finishBatch(workplace, batch), { parallel: count, untilEmpty, stop, complain })
      } finally {
        end()
        await threads.close()
      }
      if (!json) await print(`${summary(totals)}\n`)
      return totals.failed > 0 ? PARTLY : DONE
    }),
  )
}

async function listFailed(json: boolean): Promise<number> {
  return withQueue(placeOf({}), 1, async (queue) => {
    let some = false
    for await (const { name, report, error } of queue.failed()) {
      some = true
      await print(
        json ? `${JSON.stringify({ input: name, report, error })}\n` : `${name}: ${error.message} [${error.code}]\n`,
      )
    }
    if (!some && !json) await print('Nothing failed.\n')
    return DONE
  })
}

const status = (json: boolean): Promise<number> =>
  withQueue(placeOf({}), 1, async (queue) => {
    const counts = await queue.counts()
    await print(json ? `${JSON.stringify(counts)}\n` : `${stand(counts)}\n`)
    return DONE
  })

const retry = (json: boolean): Promise<number> =>
  withQueue(placeOf({}), 1, async (queue) => {
    const queued = await queue.retry()
    await print(json ? `${JSON.stringify({ queued })}\n` : `${queued} back on the queue\n`)
    return DONE
  })

/** Does what `readout work` can be asked for besides work. */
export async function answer({ status: asked, failed, json = false }: WorkOptions): Promise<number> {
  if (asked) return status(json)
  return failed ? listFailed(json) : retry(json)
}
