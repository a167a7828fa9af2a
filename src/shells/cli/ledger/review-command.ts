import type { Command } from 'commander'
import { actorIds } from '../../../6-answer/index.ts'
import { renderRecord } from '../../../export/answers/index.ts'
import type { Ledger, WorldActor } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import { DONE } from '../errors.ts'
import { print } from '../output.ts'
import { keysHere } from './keys.ts'
import { lookHere } from './look.ts'
import { withOpen } from './open.ts'
import { type AskOptions, collect, parseDay, withLedger } from './options.ts'
import { HELP, review, type Waiting, waiting } from './review.ts'
import { whoIs } from './who.ts'

interface ReviewOptions extends AskOptions {
  readonly by?: string
  readonly why?: string
}

const renderActor = ({ id, name, type, names, documents }: WorldActor): string =>
  `  ${name}, ${type}, in ${documents} report${documents === 1 ? '' : 's'} as ${names.map((n) => n.name).join(', ')} [${id}]\n`

function shown(item: Waiting): string {
  const look = lookHere()
  if (item.kind === 'record') return renderRecord(item.record, look)
  const { proposal, records, actors } = item
  const question = proposal.kind === 'supersedes' ? 'Does the second take the place of the first' : 'Are these one'
  const sides = [...actors.map(renderActor), ...records.map((r) => renderRecord(r, look))]
  return `${question}? ${proposal.reason.text}\n${sides.join('')}`
}

async function all(ledger: Ledger, options: ReviewOptions): Promise<AsyncGenerator<Waiting>> {
  const about = await actorIds(ledger, options.about ?? [], {})
  if ('code' in about) throw new ReadoutError('not-found', about.message)
  const { since, until } = options
  return waiting(ledger, {
    ...(about.length > 0 ? { actors: about } : {}),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  })
}

async function reviewHere(options: ReviewOptions): Promise<number> {
  return withOpen(options, async (ledger) => {
    const items = await all(ledger, options)
    if (options.json) {
      for await (const item of items) await print(`${JSON.stringify(item)}\n`)
      return DONE
    }
    const keys = keysHere()
    const tell = (text: string): void => void process.stderr.write(`${text}\n`)
    const show = (item: Waiting): void => void process.stdout.write(`\n${shown(item)}${HELP}\n`)
    try {
      const judged = await review({ ledger, who: whoIs(options), keys, show, tell }, items)
      const counts = Object.entries(judged).filter(([, n]) => n > 0)
      await print(`${counts.length > 0 ? counts.map(([what, n]) => `${n} ${what}`).join(', ') : 'Nothing judged.'}\n`)
    } finally {
      keys.close()
    }
    return DONE
  })
}

export function registerReview(program: Command, finish: (status: number) => void): void {
  withLedger(
    program
      .command('review')
      .description('judge records and proposals one by one: accept, correct, reject, undo, next'),
  )
    .option('--about <name>', 'an actor, by any name or its id; may be given again', collect)
    .option('--since <day>', 'from that day on', parseDay)
    .option('--until <day>', 'up to that day', parseDay)
    .option('--by <name>', 'who judges (default READOUT_USER, else the user of this machine)')
    .option('--why <words>', 'the reason, kept with each judgement')
    .addHelpText(
      'after',
      `
Correcting takes FIELD=VALUE, several with spaces between them: type, polarity, certainty, realis, from, to, the
record's own fields (role="prime minister", low=12, ended=true, scope=military,legal), and its actors by name
(speaker=Telk, actors="Reed Guard; Telk"); one whom the ledger does not know has a type (actors="New Reach:armed-group").

Example:
  readout review --about Velmar
  readout review --json | head -1`,
    )
    .action(async (o: ReviewOptions) => finish(await reviewHere(o)))
}
