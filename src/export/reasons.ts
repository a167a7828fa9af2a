/** Each record of a reading with its words, the rule that made it, its score, and what spoke for and against it. */
import type { Explained, Ground, Rule } from '../model/index.ts'
import { describe } from './describe.ts'
import { harmless, type Paint } from './paint.ts'

/** Most grounds named on each side: the weaker ones change little. */
const MOST = 4

const listed = (title: string, grounds: readonly Ground[]): string[] =>
  grounds.length === 0
    ? []
    : [`${title} ${grounds.map(({ ground, weight }) => `${ground} (${Math.abs(weight).toFixed(1)})`).join(', ')}`]

export function reasons({ reading, why }: Explained, ruleOf: (id: string) => Rule | null, paint: Paint): string {
  const blocks = reading.records.map((record) => {
    const { what, line, quote } = describe(record, reading)
    const grounds = why(record.id)
    const score = record.score === undefined ? '' : `  ${Math.round(100 * record.score)} % likely to be read rightly`
    const rule = ruleOf(record.rule)
    return [
      `${paint('bold', `${record.kind} ${what}`)}  ${harmless(line)}${score}`,
      `  ${paint('italic', harmless(`“${quote}”`))}`,
      `  rule ${record.rule}${rule ? `: ${rule.reason}` : ''}`,
      ...listed('  for:', grounds.filter(({ weight }) => weight > 0).slice(0, MOST)),
      ...listed('  against:', grounds.filter(({ weight }) => weight < 0).slice(0, MOST)),
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
