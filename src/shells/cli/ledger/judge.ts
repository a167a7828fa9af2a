import { type Command, InvalidArgumentError } from 'commander'
import type { Judgement, Ledger, Who } from '../../../ledger.ts'
import { DONE } from '../errors.ts'
import { print } from '../output.ts'
import { withOpen } from './open.ts'
import { collect, type LedgerOptions, withLedger } from './options.ts'
import { oneActor } from './resolve.ts'
import { whoIs } from './who.ts'

interface JudgeOptions extends LedgerOptions {
  readonly by?: string
  readonly why?: string
  readonly link?: readonly string[]
}

type Finish = (status: number) => void

const withWho = (command: Command): Command =>
  withLedger(command)
    .option('--by <name>', 'who judges (default READOUT_USER, else the user of this machine)')
    .option('--why <words>', 'the reason, kept with the judgement')

const DID: Readonly<Record<Judgement['action'], string>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  retract: 'retracted',
  merge: 'merged',
  split: 'split',
  'split-cluster': 'taken apart',
  decide: 'decided',
  undo: 'taken back',
}

async function judge(options: JudgeOptions, act: (ledger: Ledger, who: Who) => Promise<Judgement>): Promise<number> {
  const judgement = await withOpen(options, (ledger) => act(ledger, whoIs(options)))
  const told = `${DID[judgement.action]}: ${judgement.targets.join(', ')} (judgement ${judgement.id}; readout undo takes it back)\n`
  await print(options.json ? `${JSON.stringify(judgement)}\n` : told)
  return DONE
}

const merge = (a: string, b: string, options: JudgeOptions): Promise<number> =>
  judge(options, async (ledger, who) => ledger.merge(await oneActor(ledger, a), await oneActor(ledger, b), who))

/** Without links, and with nothing merged to take apart, the links are shown from which to choose. */
async function split(name: string, options: JudgeOptions): Promise<number> {
  return judge(options, async (ledger, who) => {
    const actor = await oneActor(ledger, name)
    if (!options.link) {
      const links = (await ledger.links(actor)).filter((l) => l.retractedAt === null)
      const merged = (await ledger.actors({ ids: [actor] }))[0]?.merged ?? []
      if (merged.length === 0) {
        const shown = links.map(
          (l) => `  ${l.id}  ${l.as.name} (${l.as.type}), document ${l.document}: ${l.reason.text}`,
        )
        process.stderr.write(
          `Its links to reports, of which --link takes out the ones that are somebody else:\n${shown.join('\n')}\n`,
        )
      }
    }
    return ledger.split(actor, options.link ?? [], who)
  })
}

/** "41.5", "-3.25" or "3.25W" → degrees, south and west below nought. */
const parseDegrees =
  (most: number, letters: string) =>
  (value: string): number => {
    const [, number, letter = ''] = new RegExp(`^(-?\\d+(?:\\.\\d+)?)([${letters}]?)$`, 'i').exec(value) ?? []
    const degrees = Number(number) * (/[sw]/i.test(letter) ? -1 : 1)
    if (!(Math.abs(degrees) <= most))
      throw new InvalidArgumentError(`It must be degrees from -${most} to ${most}, like 3.25 or 3.25${letters[1]}.`)
    return degrees
  }

async function place(name: string, lat: number, lon: number, options: JudgeOptions): Promise<number> {
  const placed = await withOpen(options, async (ledger) =>
    ledger.placeActor(await oneActor(ledger, name), { lat, lon }, whoIs(options)),
  )
  const told = `placed: ${name} at ${lat}, ${lon} (actor ${placed.actor}; readout place again corrects it)\n`
  await print(options.json ? `${JSON.stringify(placed)}\n` : told)
  return DONE
}

function registerPlace(program: Command, finish: Finish): void {
  withWho(
    program
      .command('place')
      .description('say where an actor lies, for maps: villages and camps that no gazetteer has')
      .argument('<name>')
      .argument('<lat>', 'degrees north, or south with S', parseDegrees(90, 'NS'))
      .argument('<lon>', 'degrees east, or west with W', parseDegrees(180, 'EW')),
  )
    .addHelpText('after', '\nExample:\n  readout place Ostrel 41.52N 3.25W --why "survey of 2024"')
    .action(async (name: string, lat: number, lon: number, o: JudgeOptions) => finish(await place(name, lat, lon, o)))
}

export function registerJudgements(program: Command, finish: Finish): void {
  registerPlace(program, finish)
  withWho(
    program
      .command('merge')
      .description('two actors are one: the second is from now on the first')
      .argument('<a>')
      .argument('<b>'),
  )
    .addHelpText('after', '\nExample:\n  readout merge "Highland Guard" "the Guard" --why "the same militia"')
    .action(async (a: string, b: string, o: JudgeOptions) => finish(await merge(a, b, o)))
  withWho(
    program
      .command('split')
      .description('take a merge apart, or take links to reports out of an actor')
      .argument('<a>'),
  )
    .option('--link <id>', 'a link that is somebody else; may be given again', collect)
    .addHelpText('after', '\nExample:\n  readout split "Highland Guard"')
    .action(async (a: string, o: JudgeOptions) => finish(await split(a, o)))
  withWho(
    program
      .command('retract')
      .description('a record does not stand: it is no longer told, and stays on record')
      .argument('<id>'),
  )
    .addHelpText('after', '\nExample:\n  readout retract 0195e3c1-2b7a-7c3e-9d1f-4a5b6c7d8e9f --why "misread"')
    .action(async (id: string, o: JudgeOptions) => finish(await judge(o, (ledger, who) => ledger.retract(id, who))))
  withWho(
    program
      .command('undo')
      .description('take back a judgement, by default the last that stands')
      .argument('[judgement]'),
  )
    .addHelpText('after', '\nExample:\n  readout undo')
    .action(async (id: string | undefined, o: JudgeOptions) =>
      finish(await judge(o, (ledger, who) => ledger.undo(who, id))),
    )
}
