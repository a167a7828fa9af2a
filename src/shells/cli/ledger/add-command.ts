import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import type { Reliability } from '../../../ledger.ts'
import { type LedgerOptions, minScoreOfReading, parseMoment, parseThreads, withLedger } from './options.ts'

export interface AddOptions extends LedgerOptions {
  readonly date?: string
  readonly jsonl?: boolean
  readonly threads: number
  readonly publisher?: string
  readonly reliability?: Reliability
  readonly group?: string
  readonly reread?: boolean
  readonly recorded?: 'published'
  readonly minScore?: number
  readonly queue?: boolean
  readonly local?: boolean
}

const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** The options of whatever reads and keeps. */
export const withReports = (command: Command): Command =>
  withLedger(command)
    .option('--publisher <name>', 'publisher, where the report does not name it')
    .addOption(
      new Option(
        '--reliability <letter>',
        'of the publishers, A (completely reliable) to E (unreliable), F (cannot be judged)',
      ).choices(RELIABILITIES),
    )
    .option('--group <name>', 'owner or network of the publishers: one group is one voice')
    .option('--local', 'fetch pages from this machine and private networks too')
    .addOption(
      new Option('--threads <n>', 'threads that read').argParser(parseThreads).default(availableParallelism(), 'cores'),
    )

/** What reads is loaded when something is added: other commands do not pay for it. */
export function registerAdd(program: Command, finish: (status: number) => void): void {
  withReports(
    program
      .command('add')
      .description('read reports and keep them in the ledger; what is there already is not added again'),
  )
    .argument('[inputs...]', 'files, folders, http(s) addresses of articles or feeds, or - for standard input', ['-'])
    .option('--date <date>', 'publication date, where the report does not give it', parseMoment)
    .option('--reread', 'read again what is held by another version of the reader; the earlier reading stays on record')
    .option('--jsonl', 'input is JSON Lines {id?, text, publishedAt?, title?, publisher?, url?}')
    .addOption(
      new Option(
        '--recorded <as-of>',
        'for archives, the oldest report first: record each as of the evening of the day it was published (18:00 UTC), not as of now; recorded times never go back',
      ).choices(['published']),
    )
    .addOption(minScoreOfReading('keep only records'))
    .option('--queue', 'do not read now: put the reports on the queue of the database, for readout work')
    .addHelpText(
      'after',
      '\nExample:\n  readout add samples/\n  readout add reports.jsonl --publisher "Meridian Wire" --reliability B',
    )
    .action(async (names: string[], options: AddOptions) =>
      finish(await (await import('./add.ts')).add(names, options)),
    )
}
