import { type Command, InvalidArgumentError } from 'commander'
import { untilSignal } from '../until-signal.ts'
import { type AddOptions, withReports } from './add-command.ts'

export interface WatchOptions extends AddOptions {
  /** Minutes. */
  readonly every: number
}

function parseMinutes(value: string): number {
  const minutes = Number(value)
  if (!(minutes > 0 && minutes <= MOST)) throw new InvalidArgumentError(`It must be a number over 0, up to ${MOST}.`)
  return minutes
}
/** A week. */
const MOST = 10_080

export function registerWatch(program: Command, finish: (status: number) => void): void {
  withReports(
    program
      .command('watch')
      .description(
        'look into feeds again and again, and keep the articles that are new or changed, until it is stopped',
      ),
  )
    .argument('<feeds...>', 'http(s) addresses or files of RSS or Atom feeds')
    .option('--every <minutes>', 'how long to wait between two looks', parseMinutes, 15)
    .addHelpText(
      'after',
      '\nExample:\n  readout watch https://wire.example/world.rss --publisher "Meridian Wire" --reliability B --every 10',
    )
    .action(async (feeds: string[], options: WatchOptions) => {
      const stop = untilSignal()
      finish(await (await import('./watch.ts')).watch(feeds, options, stop))
    })
}
