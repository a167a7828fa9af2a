import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { type Exported, exportRecords, FORMAT_NAMES, FORMATS, type Format } from '../../../export/index.ts'
import { ReadoutError } from '../../../model/errors.ts'
import { DONE, PARTLY } from '../errors.ts'
import { print } from '../output.ts'
import { withOpen } from './open.ts'
import { type AskOptions, questionOf, withQuestion } from './options.ts'

interface ExportCall extends AskOptions {
  readonly format: string
  readonly out?: string
}

/** Writes the text to a file piece by piece, or to standard output. */
async function write(text: AsyncIterable<string | Uint8Array>, file: string | undefined): Promise<void> {
  if (file === undefined) {
    for await (const piece of text) await print(piece)
    return
  }
  const stream = createWriteStream(file)
  // A failure is told by whichever of the two waits for it first.
  const done = finished(stream)
  done.catch(() => undefined)
  try {
    for await (const piece of text) if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done])
    stream.end()
    await done
  } catch (cause) {
    stream.destroy()
    if (cause instanceof ReadoutError) throw cause
    throw new ReadoutError('output-failed', `${file} cannot be written: ${(cause as Error).message}`, { cause })
  }
}

const sayLeftOut = ({ leftOut }: Exported, { name }: Format): void => {
  for (const [why, count] of leftOut)
    process.stderr.write(`readout: ${count} ${count === 1 ? 'record' : 'records'} left out of ${name}: ${why}\n`)
}

async function run(call: ExportCall): Promise<number> {
  const format = FORMATS.find(({ name }) => name === call.format)!
  if (format.binary && call.out === undefined && process.stdout.isTTY)
    throw new ReadoutError('usage', `${format.name} is no text: name a file with --out`)
  const { createPlaceFinder } = await import('../../../read.ts')
  return withOpen(call, async (ledger) => {
    const exported = await exportRecords(ledger, format, questionOf(call), createPlaceFinder())
    if ('code' in exported) {
      const nearest = exported.nearest.length > 0 ? ` Nearest: ${exported.nearest.join(', ')}.` : ''
      process.stderr.write(`readout: ${exported.message}${nearest}\n`)
      return PARTLY
    }
    await write(exported.text, call.out)
    sayLeftOut(exported, format)
    if (call.out !== undefined) await print(call.json ? summary(exported, call) : `written to ${call.out}\n`)
    return DONE
  })
}

const summary = ({ at, leftOut }: Exported, { format, out }: ExportCall): string =>
  `${JSON.stringify({ format, out, at, leftOut: Object.fromEntries(leftOut) })}\n`

const LIST = FORMATS.map(({ name, title }) => `  ${name.padEnd(14)} ${title}`).join('\n')

export function registerExport(program: Command, finish: (status: number) => void): void {
  withQuestion(program.command('export').description('the records in a format of others: one row for each source'))
    .addOption(new Option('--format <name>', 'how the records are written').choices(FORMAT_NAMES).makeOptionMandatory())
    .option('--out <file>', 'where to write it (default: standard output)')
    .addHelpText(
      'after',
      `\nFormats:\n${LIST}\n\nExample:\n  readout export --format csv --about Velmar --since 2025-05-01 --out velmar.csv`,
    )
    .action(async (call: ExportCall) => finish(await run(call)))
}
