import type { KernelRow } from '../kernel.ts'
import type { Rounds } from './alternate.ts'
import type { Start } from './start.ts'

/** Rates are in tokens a second, ratios in times as fast. */
export interface Measured {
  readonly rounds: Rounds
  readonly reports: number
  readonly tokens: number
  readonly reading: number
  readonly analysing: number
  readonly tagging: number
  readonly againstTagging: number
  readonly againstBuild: number | null
  readonly threads: number
  readonly kernel: readonly KernelRow[]
  readonly steps: ReadonlyMap<string, number>
  readonly start: Start
  readonly models: number
}

type Row = readonly [what: string, measured: string, toReach?: string]

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${head.map((_, k) => row[k] ?? '').join(' | ')} |`).join('\n')

const whole = (value: number): string => String(Math.round(value))
const perSecond = (value: number): string => `${whole(value)} tokens/s`

function ratioRows({ againstTagging, againstBuild, threads, kernel }: Measured): Row[] {
  return [
    ["reading : wink-nlp's tagging", `1 : ${againstTagging.toFixed(1)}`],
    ['two threads : one', threads.toFixed(2), '1.9'],
    ...(againstBuild === null ? [] : [['reading : that of the other build', againstBuild.toFixed(2)] as const]),
    ...kernel.flatMap(({ shape, against }): Row[] =>
      against === null ? [] : [[`kernel : the other kernel, ${shape}`, against.toFixed(2), '0.9']],
    ),
  ]
}

function rateRows({ reading, analysing, tagging, kernel, start, models }: Measured): Row[] {
  return [
    ['whole reading', perSecond(reading)],
    ['analysis alone', perSecond(analysing)],
    ["wink-nlp's tagging", perSecond(tagging)],
    ...kernel.map(({ shape, rate }): Row => [`kernel, ${shape}`, `${(rate / 1e9).toFixed(2)}e9 multiplications/s`]),
    ['start of a process to its first reading', `${start.seconds.toFixed(2)} s`, '0.70'],
    ['models on disk', `${models.toFixed(1)} MB`, '36'],
    ['largest memory, first reading', `${whole(start.first)} MB`, '350'],
    ['largest memory, all reports', `${whole(start.all)} MB`, '350'],
  ]
}

export function pageOf(measured: Measured): string {
  const { reports, tokens, rounds, steps } = measured
  return `# Speed

Made by \`npm run bench:speed\`: ${reports} reports of ${tokens} tokens in all, repeated, one thread, warm, the median of ${rounds.rounds} rounds of
${rounds.seconds} seconds, in which all that is compared is measured in turn. Ratios hold on other machines; rates are this machine's.
\`--against FOLDER\` compares with another build, \`--against FILE.wasm\` with another kernel.

${table(['ratio', 'measured', 'to reach'], ratioRows(measured))}

${table(['what', 'measured', 'to reach'], rateRows(measured))}

A kernel's shape is vectors x columns x rows.

${table(
  ['step of a reading', 'share of its time'],
  [...steps].map(([step, share]): Row => [step, `${(share * 100).toFixed(1)} %`]),
)}
`
}
