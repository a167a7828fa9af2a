import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import { untilSignal } from '../until-signal.ts'
import { parseThreads } from './options.ts'

export interface WorkOptions {
  readonly threads: number
  readonly untilEmpty?: boolean
  readonly json?: boolean
  readonly status?: boolean
  readonly failed?: boolean
  readonly retry?: boolean
}

const isQuestion = ({ status, failed, retry }: WorkOptions): boolean => Boolean(status || failed || retry)

export function registerWork(program: Command, finish: (status: number) => void): void {
  program
    .command('work')
    .description(
      'read and keep what readout add --queue put on the queue; as many processes as you like, on any machine',
    )
    .addOption(
      new Option('--threads <n>', 'threads that read').argParser(parseThreads).default(availableParallelism(), 'cores'),
    )
    .option('--until-empty', 'end when nothing waits and nobody works (default: wait for more)')
    .option('--status', 'only tell how many reports wait, are being read, and failed')
    .option('--failed', 'only list the reports that could not be read, and why')
    .option('--retry', 'only put the reports that failed back on the queue')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  export DATABASE_URL=postgres://user@host/readout\n  readout add --queue reports/\n  readout work --until-empty & readout work --until-empty',
    )
    .action(async (options: WorkOptions) => {
      if (isQuestion(options)) return finish(await (await import('./work.ts')).answer(options))
      const stop = untilSignal()
      finish(await (await import('./work.ts')).work(options, stop))
    })
}
