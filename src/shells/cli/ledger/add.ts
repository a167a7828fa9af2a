import type { Added, Ledger } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/index.ts'
import type { Keeping } from '../../queue/index.ts'
import type { OutputLine } from '../batch.ts'
import { DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { streamLines } from '../stream.ts'
import { readerHere } from '../worker.ts'
import type { AddOptions } from './add-command.ts'
import { taskOf } from './keep.ts'
import { withOpen } from './open.ts'
import { newTotals, progressLine, progressOf, summary, tellFailure, told } from './progress.ts'
import { putOnQueue } from './put-on-queue.ts'
import { reportsOf } from './reports.ts'
import { Sieve } from './sieve.ts'
import { countSources, sourcesOf } from './sources.ts'
import { whoIs } from './who.ts'

const keepingOf = ({ date, minScore, reliability, group, reread, recorded }: AddOptions): Keeping => ({
  ...(date === undefined ? {} : { date }),
  ...(minScore === undefined ? {} : { minScore }),
  ...(reliability === undefined ? {} : { reliability }),
  ...(group === undefined ? {} : { group }),
  ...(reread ? { reread } : {}),
  ...(recorded ? { recorded } : {}),
  who: whoIs({ why: 'said when its reports were added' }),
})

type Failure = NonNullable<OutputLine['failed']>

/** A report without a date cannot be recorded as of its day: it is told, and the rest goes on. */
async function keepDated(sieve: Sieve, answer: OutputLine): Promise<Added | Failure> {
  try {
    return await sieve.keep(answer)
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'date-invalid') return error
    throw error
  }
}

/**
 * Reads and keeps, report by report, in the order of the input. What was acknowledged is kept, whatever happens then;
 * `failed` is told of what was not.
 */
export async function addTo(
  ledger: Ledger,
  names: readonly string[],
  options: AddOptions,
  failed: (name: string) => void = () => undefined,
): Promise<number> {
  const totals = newTotals()
  const show = progressLine()
  const keeping = keepingOf(options)
  const sources = await sourcesOf(names, options.jsonl === true)
  const total = process.stderr.isTTY ? await countSources(sources) : null
  const reports = reportsOf(sources, readerHere, options)
  const sieve = new Sieve(ledger, reports, keeping)
  for await (const answer of streamLines(sieve.lines(), { ...taskOf(keeping), threads: options.threads })) {
    const { name } = reports.known(answer.line)
    const added = answer.failed ?? (await keepDated(sieve, answer))
    reports.origin(answer.line)
    totals['outcome' in added ? added.outcome : 'failed']++
    show('')
    if (!('outcome' in added)) {
      failed(name)
      tellFailure(added, name)
    } else await print(options.json ? `${JSON.stringify({ input: name, ...added })}\n` : told(added, name))
    show(`${progressOf(totals, total)} … ${name}`)
  }
  show('')
  if (!options.json) await print(`${summary(totals)}\n`)
  return totals.failed > 0 ? PARTLY : DONE
}

export async function add(names: readonly string[], options: AddOptions): Promise<number> {
  if (!options.queue) return withOpen(options, (ledger) => addTo(ledger, names, options), true)
  if (options.recorded)
    throw new ReadoutError('usage', '--recorded needs one report after the other; --queue gives them to many at once')
  return putOnQueue(names, options, keepingOf(options))
}
