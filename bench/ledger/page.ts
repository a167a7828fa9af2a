import type { Adding } from './adding.ts'
import type { WholeAnswer } from './answers.ts'
import type { Loaded } from './load.ts'
import { RECORDS_EACH } from './make.ts'
import type { Measured } from './measure.ts'
import type { Asked } from './questions.ts'

export type Store = 'PGlite' | 'PostgreSQL'

export interface Figures {
  readonly store: Store
  readonly records: number
  readonly seconds: Loaded['seconds']
  /** Bytes on disk. */
  readonly size: number
  readonly questions: readonly { readonly asked: Asked; readonly ours: Measured; readonly byHand: Measured }[]
  readonly answers: readonly { readonly asked: WholeAnswer; readonly ours: Measured }[]
  readonly adding: Adding
}

const n = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'))
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const head = (titles: readonly string[]): string => `${row(titles)}\n${row(titles.map(() => '---'))}`

const questionRows = ({ questions, store }: Figures): string[] =>
  questions.map(({ asked, ours, byHand }) => {
    const { times, median, p95, cpu, trips, given } = ours
    const target = asked.target ? n(asked.target[store]) : ''
    const figures = [n(median), n(p95), target, n(cpu), n(trips), n(given), n(byHand.median), n(byHand.p95)]
    return row([asked.name, String(times), ...figures, (median / byHand.median).toFixed(1)])
  })

const answerRows = ({ answers }: Figures): string[] =>
  answers.map(({ asked, ours: { times, median, p95, cpu, trips, given } }) =>
    row([asked.name, String(times), n(median), n(p95), n(cpu), n(trips), n(given)]),
  )

const addingRows = ({ adding: { reading, adding, generated } }: Figures): string[] =>
  [
    ['reading a sample report', reading] as const,
    ['`addReading` of it', adding] as const,
    [`\`addReading\` of a generated report of ${RECORDS_EACH} records`, generated] as const,
  ].map(([what, { times, median, p95, cpu, trips, given }]) =>
    row([what, String(times), n(given), n(median), n(p95), n(cpu), n(trips)]),
  )

/** A section of docs/ledger-speed.md. */
export function sectionOf(figures: Figures): string {
  const { store, records, seconds, size, adding } = figures
  const { rows, indexes, statistics } = seconds
  const all = rows + indexes + statistics
  return `## ${store}, ${records.toLocaleString('en')} records

${n(records / RECORDS_EACH)} reports of ${RECORDS_EACH} records; ${n(size / 1e6)} MB on disk; loaded in bulk in ${n(all)} s (rows ${n(rows)}, indexes ${n(indexes)},
statistics ${n(statistics)}): ${n(records / all)} records a second.

${head(['question', 'asked', 'median ms', 'p95 ms', 'p95 to reach', 'processor ms', 'round trips', 'records', 'by hand, median ms', 'by hand, p95', 'ratio'])}
${questionRows(figures).join('\n')}

${head(['whole answer', 'asked', 'median ms', 'p95 ms', 'processor ms', 'round trips', 'rows'])}
${answerRows(figures).join('\n')}

${head(['work', 'times', 'records', 'median ms', 'p95 ms', 'processor ms', 'round trips'])}
${addingRows(figures).join('\n')}

Adding a sample report takes ${(adding.adding.median / adding.reading.median).toFixed(2)} of the time that reading it takes (medians; to reach: below 1).
`
}

/** What stands above the sections. */
export const INTRODUCTION = `# Speed of the ledger

Made by \`npm run bench:ledger [-- --records N --store pglite|postgres]\`; each section says at which number of records it was
measured. A generated world, the same on every machine: reports of ${RECORDS_EACH} records over four years, of three reports in a row a
third of the facts told by all three, one in ten of them denied or with another figure; a few actors in most reports, most in few.
Each question is asked of another actor, day or month every time, drawn by the same law; what takes long is asked less often.
"By hand" is one SQL statement giving the same records with their actors, words and report. A whole answer is what the command line
and the page give: everything that fits, put together and cited; its rows are those of the table, of a page of an actor its citations.
Processor time is this process's: on PGlite the database's too. Milliseconds are this machine's under whatever else ran; round
trips hold everywhere.

`
