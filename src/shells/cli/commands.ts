import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { VERSION } from '../../version.ts'
import { DONE, WRONG_CALL } from './errors.ts'
import { ANALYSIS_FORMATS, READING_FORMATS } from './format-names.ts'
import { registerLedger } from './ledger/index.ts'
import { minScoreOfReading, parseThreads } from './ledger/options.ts'
import type { AnalyseOptions, ReadOptions } from './read.ts'
import { registerServe } from './serve/index.ts'

function parseDate(value: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value)?.[1]
  const exists = day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)
  if (!exists) throw new InvalidArgumentError('It must be a day of the calendar like 2025-11-10.')
  return value
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

function registerRead(program: Command, finish: (status: number) => void): void {
  common(program.command('read').description('read reports, keep nothing; print the reading'))
    .addOption(new Option('--format <format>', 'default brief on a terminal, jsonl in a pipe').choices(READING_FORMATS))
    .addOption(minScoreOfReading('only records'))
    .option('--why', 'of each record its words, rule and score, and what spoke for and against it')
    .addHelpText(
      'after',
      '\nExample:\n  readout read report.txt --date 2025-11-11\n  readout read --format html report.txt > report.html\n  readout read --jsonl --threads 4 reports.jsonl > readings.jsonl',
    )
    .action(async (inputs: string[], options: ReadOptions) =>
      finish(await (await import('./read.ts')).read(inputs, options)),
    )
}

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
  registerRead(program, finish)
  common(program.command('analyse').description('the language analysis underneath'))
    .addOption(
      new Option('--format <format>', 'default conllu on a terminal, jsonl in a pipe').choices(ANALYSIS_FORMATS),
    )
    .option('--tokens', 'input is CoNLL-U: keep its tokens and sentences, predict the rest')
    .addHelpText(
      'after',
      '\nExample:\n  readout analyse report.txt --format conllu\n  readout analyse --tokens --format conllu gold.conllu > predicted.conllu',
    )
    .action(async (inputs: string[], options: AnalyseOptions) =>
      finish(await (await import('./read.ts')).analyse(inputs, options)),
    )
  registerLedger(program, finish)
  registerServe(program, finish)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}
