import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Question } from '../../../6-answer/index.ts'
import type { Certainty } from '../../../model/index.ts'

export interface LedgerOptions {
  readonly ledger?: string
  readonly json?: boolean
}

export interface AskOptions extends LedgerOptions {
  readonly asOf?: string
  readonly known?: string
  readonly about?: readonly string[]
  readonly since?: string
  readonly until?: string
  readonly certainty?: readonly Certainty[]
  readonly minScore?: number
  readonly source?: readonly string[]
  readonly limit?: number
}

const CERTAINTIES: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false

export function parseDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isDay(value))
    throw new InvalidArgumentError('It must be a day of the calendar like 2025-11-10.')
  return value
}

export function parseMoment(value: string): string {
  const time = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(value)
  if (time && isDay(time[1]!) && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString()
  return parseDay(value)
}

export function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return count
}

export function parseThreads(value: string): number {
  const threads = parseCount(value)
  if (threads > 256) throw new InvalidArgumentError('It must be a whole number from 1 to 256.')
  return threads
}

export function parseScore(value: string): number {
  const score = Number(value)
  if (value.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('It must be a number from 0 to 1, like 0.8.')
  return score
}

/** `--min-score` of what reads, and of what asks. */
export const minScoreOption = (what: string): Option =>
  new Option('--min-score <p>', `${what} read rightly with at least this chance, 0 to 1`).argParser(parseScore)

/** The same where records are made: without it a reading keeps what is usual. */
export const minScoreOfReading = (what: string): Option => {
  const option = minScoreOption(what)
  option.description += ' (default: lower where a row made the record than where none did)'
  return option
}

export function oneOf<T extends string>(values: readonly T[]): (value: string, before?: readonly T[]) => readonly T[] {
  return (value, before = []) => {
    const given = value.split(',').map((written) => {
      const small = written.trim().toLowerCase()
      const found = values.find((one) => one.toLowerCase() === small)
      if (found === undefined) throw new InvalidArgumentError(`"${written.trim()}" is none of: ${values.join(', ')}.`)
      return found
    })
    return [...before, ...given]
  }
}

export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

export const withLedger = (command: Command): Command =>
  command
    .option('--ledger <folder>', 'where the ledger is (default ./readout-ledger, or the server of DATABASE_URL)')
    .option('--json', 'print JSON')

/** The options that every question takes. */
export const withQuestion = (command: Command): Command =>
  withLedger(command)
    .option('--as-of <day>', 'what held on that day', parseDay)
    .option('--known <day>', 'as the ledger knew it then (a day, to its end, or a date-time)', parseMoment)
    .option('--about <name>', 'an actor, by any name or its id; may be given again', collect)
    .option('--since <day>', 'from that day on', parseDay)
    .option('--until <day>', 'up to that day', parseDay)
    .addOption(new Option('--certainty <list>', `some of ${CERTAINTIES.join(', ')}`).argParser(oneOf(CERTAINTIES)))
    .addOption(minScoreOption('only records'))
    .option(
      '--source <name>',
      'on the word of a publisher, or of somebody whom reports go by; may be given again',
      collect,
    )
    .option('--limit <n>', 'most rows to show', parseCount)

export const questionOf = ({
  asOf,
  known,
  about,
  since,
  until,
  certainty,
  minScore,
  source,
  limit,
}: AskOptions): Question => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(known === undefined ? {} : { known }),
  ...(about === undefined ? {} : { about }),
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  ...(certainty === undefined ? {} : { certainty }),
  ...(minScore === undefined ? {} : { minScore }),
  ...(source === undefined ? {} : { sources: source }),
  ...(limit === undefined ? {} : { limit }),
})
