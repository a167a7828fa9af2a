import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Added, Ledger, Reliability } from '../../../ledger.ts'
import { type ErrorCode, type Reading, ReadoutError } from '../../../model/index.ts'
import type { OutputLine } from '../batch.ts'
import { complain, DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { streamLines } from '../stream.ts'
import { readerHere } from '../worker.ts'
import { withOpen } from './open.ts'
import { type LedgerOptions, parseCount, parseMoment, withLedger } from './options.ts'
import { type Origin, reportsOf } from './reports.ts'
import { sourcesOf } from './sources.ts'
import { whoIs } from './who.ts'

interface AddOptions extends LedgerOptions {
  readonly date?: string
  readonly jsonl?: boolean
  readonly threads: number
  readonly publisher?: string
  readonly reliability?: Reliability
  readonly group?: string
  readonly reread?: boolean
}

const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** A line to standard error at most four times a second, where a person looks on. */
function progress(): (text: string) => void {
  if (!process.stderr.isTTY) return () => undefined
  let last = 0
  return (text) => {
    const now = Date.now()
    if (text !== '' && now - last < 250) return
    last = now
    process.stderr.write(`\r\u001b[K${text}`)
  }
}

function told({ outcome, version, added, kept, retracted }: Added, name: string): string {
  const what = outcome === 'version' ? `version ${version}` : outcome
  const changes =
    outcome === 'new'
      ? `${added} records`
      : outcome === 'same'
        ? ''
        : `${added} added, ${kept} kept, ${retracted} retracted`
  return `${what.padEnd(10)} ${name}${changes ? `  (${changes})` : ''}\n`
}

const counts = (totals: Readonly<Record<Added['outcome'], number>>, failed: number): string =>
  [
    `${totals.new} new`,
    `${totals.version} changed`,
    `${totals.reread} read again`,
    `${totals.same} the same`,
    `${failed} failed`,
  ]
    .filter((part, i) => i === 0 || !part.startsWith('0 '))
    .join(', ')

async function keep(ledger: Ledger, json: string, origin: Origin, options: AddOptions): Promise<Added> {
  const reading = JSON.parse(json) as Reading
  const { publisher } = reading.document
  const issues = [...origin.issues.filter((i) => !reading.issues.some((own) => own.code === i.code)), ...reading.issues]
  const added = await ledger.addReading(
    { ...reading, issues },
    {
      ...(origin.sourceId === undefined ? {} : { sourceId: origin.sourceId }),
      ...(options.group === undefined ? {} : { publisherGroup: options.group }),
      ...(options.reread ? { reread: true } : {}),
    },
  )
  if (publisher) await rate(ledger, publisher, options)
  return added
}

const rated = new WeakMap<Ledger, Set<string>>()

/** Says once what the user thinks of a publisher, and not again where it is held already. */
async function rate(ledger: Ledger, publisher: string, { reliability, group }: AddOptions): Promise<void> {
  if (reliability === undefined && group === undefined) return
  const done =
    rated.get(ledger) ??
    new Set(
      (await ledger.publishers())
        .filter(
          (p) =>
            (reliability === undefined || p.reliability === reliability) && (group === undefined || p.group === group),
        )
        .map((p) => p.name),
    )
  rated.set(ledger, done)
  if (done.has(publisher)) return
  done.add(publisher)
  const rating = { ...(reliability === undefined ? {} : { reliability }), ...(group === undefined ? {} : { group }) }
  await ledger.ratePublisher(publisher, rating, whoIs({ why: 'said when its reports were added' }))
}

function tell(answer: OutputLine, name: string): void {
  const { code, message } = answer.failed!
  complain(new ReadoutError(code as ErrorCode, message.replace(/^line \d+: /, '')), name)
}

/** Reads and keeps, report by report, in the order of the input. What was acknowledged is kept, whatever happens then. */
async function add(names: readonly string[], options: AddOptions): Promise<number> {
  return withOpen(
    options,
    async (ledger) => {
      const totals = { new: 0, version: 0, reread: 0, same: 0 }
      const show = progress()
      let failed = 0
      const { lines, origin } = reportsOf(sourcesOf(names, options.jsonl === true), readerHere, options)
      const common = {
        command: 'read' as const,
        threads: options.threads,
        ...(options.date === undefined ? {} : { date: options.date }),
      }
      for await (const answer of streamLines(lines, common)) {
        const from = origin(answer.line)
        if (answer.failed) {
          failed++
          show('')
          tell(answer, from.name)
          continue
        }
        const added = await keep(ledger, answer.json, from, options)
        totals[added.outcome]++
        show('')
        await print(options.json ? `${JSON.stringify({ input: from.name, ...added })}\n` : told(added, from.name))
        show(`${counts(totals, failed)} … ${from.name}`)
      }
      show('')
      if (!options.json) await print(`${counts(totals, failed)}\n`)
      return failed > 0 ? PARTLY : DONE
    },
    true,
  )
}

function parseThreads(value: string): number {
  const threads = parseCount(value)
  if (threads > 256) throw new InvalidArgumentError('It must be a whole number from 1 to 256.')
  return threads
}

export function registerAdd(program: Command, finish: (status: number) => void): void {
  withLedger(
    program
      .command('add')
      .description('read reports and keep them in the ledger; what is there already is not added again'),
  )
    .argument('[inputs...]', 'files, folders, http(s) addresses of articles or feeds, or - for standard input', ['-'])
    .option('--date <date>', 'publication date, where the report does not give it', parseMoment)
    .option('--publisher <name>', 'publisher, where the report does not name it')
    .addOption(
      new Option(
        '--reliability <letter>',
        'of the publishers, A (completely reliable) to E (unreliable), F (cannot be judged)',
      ).choices(RELIABILITIES),
    )
    .option('--group <name>', 'owner or network of the publishers: one group is one voice')
    .option('--reread', 'read again what is held by another version of the reader; the earlier reading stays on record')
    .option('--jsonl', 'input is JSON Lines {id?, text, publishedAt?, title?, publisher?, url?}')
    .addOption(
      new Option('--threads <n>', 'threads that read').argParser(parseThreads).default(availableParallelism(), 'cores'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  readout add samples/\n  readout add reports.jsonl --publisher "Meridian Wire" --reliability B',
    )
    .action(async (names: string[], options: AddOptions) => finish(await add(names, options)))
}
