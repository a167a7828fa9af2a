import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { createReader, type Reader, type Received, VERSION } from '../../read.ts'
import { complain, DONE, statusOf, WRONG_CALL } from './errors.ts'
import {
  ANALYSIS_FORMATS,
  type AnalysisFormat,
  EXTENSIONS,
  type Look,
  READING_FORMATS,
  type ReadingFormat,
  renderAnalysis,
  renderReading,
} from './formats.ts'
import { openInput } from './input.ts'
import { registerLedger } from './ledger/index.ts'
import { openOutput } from './output.ts'
import { runMany } from './run-many.ts'
import { registerServe } from './serve/index.ts'

interface CommonOptions {
  readonly date?: string
  readonly out?: string
  readonly jsonl?: boolean
  readonly threads: number
  readonly local?: boolean
}
type ReadOptions = CommonOptions & { readonly format?: ReadingFormat }
type AnalyseOptions = CommonOptions & { readonly format?: AnalysisFormat; readonly tokens?: boolean }

const look = (): Look => ({
  colour: process.env.FORCE_COLOR
    ? process.env.FORCE_COLOR !== '0'
    : Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  width: process.stdout.columns ?? 100,
})

function parseThreads(value: string): number {
  const threads = Number(value)
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw new InvalidArgumentError('It must be a whole number from 1 to 256.')
  return threads
}

function parseDate(value: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value)?.[1]
  const exists = day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)
  if (!exists) throw new InvalidArgumentError('It must be a day of the calendar like 2025-11-10.')
  return value
}

/** Reads each input in turn; one that fails is told, and the rest goes on. */
async function eachInput(
  inputs: readonly string[],
  options: CommonOptions,
  reader: Reader,
  work: (received: Received, name: string) => Promise<void>,
): Promise<number> {
  let status = DONE
  for (const name of inputs) {
    try {
      const { bytes, hints } = await openInput(name, options.local)
      const received = await reader.receive(bytes, {
        ...hints,
        ...(options.date === undefined ? {} : { publishedAt: options.date }),
      })
      await work(received, name)
    } catch (error) {
      complain(error, name === '-' ? undefined : name)
      status = Math.max(status, statusOf(error))
    }
  }
  return status
}

async function read(inputs: readonly string[], options: ReadOptions): Promise<number> {
  if (options.jsonl) return runMany(inputs, { command: 'read', ...options })
  const format = options.format ?? (process.stdout.isTTY || options.out ? 'brief' : 'jsonl')
  const reader = createReader()
  const output = openOutput(options.out)
  return eachInput(inputs, options, reader, async (received) => {
    const reading = reader.readReceived(received)
    await output.write(
      received.document.id,
      EXTENSIONS[format],
      renderReading(reading, format, options.out ? { colour: false, width: 100 } : look()),
    )
  })
}

async function analyse(inputs: readonly string[], options: AnalyseOptions): Promise<number> {
  if (options.jsonl) return runMany(inputs, { command: 'analyse', ...options })
  const format = options.format ?? (process.stdout.isTTY ? 'conllu' : 'jsonl')
  const reader = createReader()
  const output = openOutput(options.out)
  if (!options.tokens) {
    return eachInput(inputs, options, reader, async (received) => {
      const analysis = reader.analyseReceived(received)
      await output.write(
        received.document.id,
        EXTENSIONS[format],
        format === 'conllu' ? reader.toConllu(analysis) : renderAnalysis(analysis, format),
      )
    })
  }
  let status = DONE
  for (const name of inputs) {
    try {
      const text = new TextDecoder().decode((await openInput(name, options.local)).bytes)
      await output.write(
        name,
        EXTENSIONS[format],
        format === 'conllu' ? reader.parseConllu(text) : renderAnalysis(reader.analyseConllu(text), format),
      )
    } catch (error) {
      complain(error, name === '-' ? undefined : name)
      status = Math.max(status, statusOf(error))
    }
  }
  return status
}

const common = (command: Command): Command =>
  command
    .argument('[inputs...]', 'files, http(s) addresses, or - for standard input', ['-'])
    .option('--date <date>', 'publication date, where the document does not give it', parseDate)
    .option('--out <folder>', 'one file per document, named by its id')
    .option('--local', 'fetch pages from this machine and private networks too')
    .option(
      '--jsonl',
      'input is JSON Lines {id?, text, publishedAt?, title?, publisher?, url?}; output JSON Lines in the same order',
    )
    .addOption(
      new Option('--threads <n>', 'threads that read JSON Lines')
        .argParser(parseThreads)
        .default(availableParallelism(), 'cores'),
    )

export function buildProgram(finish: (status: number) => void): Command {
  const program = new Command('readout')
    .description(
      'Reads reports on politics and security and keeps the record: who did what to whom, who says so, how sure, when.',
    )
    .version(VERSION)
    .showHelpAfterError('(readout COMMAND --help shows an example)')
    .exitOverride((exit) => {
      finish(exit.exitCode === 0 ? DONE : WRONG_CALL)
      throw exit
    })
  common(program.command('read').description('read reports, keep nothing; print the reading'))
    .addOption(new Option('--format <format>', 'default brief on a terminal, jsonl in a pipe').choices(READING_FORMATS))
    .addHelpText(
      'after',
      '\nExample:\n  readout read report.txt --date 2025-11-11\n  readout read --format html report.txt > report.html\n  readout read --jsonl --threads 4 reports.jsonl > readings.jsonl',
    )
    .action(async (inputs: string[], options: ReadOptions) => finish(await read(inputs, options)))
  common(program.command('analyse').description('the language analysis underneath'))
    .addOption(
      new Option('--format <format>', 'default conllu on a terminal, jsonl in a pipe').choices(ANALYSIS_FORMATS),
    )
    .option('--tokens', 'input is CoNLL-U: keep its tokens and sentences, predict the rest')
    .addHelpText(
      'after',
      '\nExample:\n  readout analyse report.txt --format conllu\n  readout analyse --tokens --format conllu gold.conllu > predicted.conllu',
    )
    .action(async (inputs: string[], options: AnalyseOptions) => finish(await analyse(inputs, options)))
  registerLedger(program, finish)
  registerServe(program, finish)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}
