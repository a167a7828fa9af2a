// Reads the small inputs that once went wrong and says which are right now: npm run bench:cases [-- --show]
// Only expectations in the form `[NO] kind [subtypes] [by actors] [to actors] [content "…"] [low..high] ["…" → "…"]`, joined with
// `;`, can be checked; the others are counted apart.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from '../src/model/reading.ts'
import { type ReadoutRecord, SUBTYPE_FIELD } from '../src/model/records.ts'
import { type Span, words } from '../src/model/span.ts'
import { createReader } from '../src/read.ts'
import { requireShared } from './shared.ts'

interface Case {
  readonly kind: string
  readonly input: string
  readonly date?: string
  readonly expect: string
}

interface Expectation {
  readonly absent: boolean
  readonly kind: string
  readonly subtypes: readonly string[]
  readonly by: readonly string[]
  readonly to: readonly string[]
  readonly content?: string
  readonly bounds?: readonly [number | null, number | null]
  readonly ends?: readonly [string, string]
}

const FORM =
  /^(NO )?(statement|event|relation|agreement|dependency|estimate)\b ?(.*?)(?: by (.*?))?(?: to (.*?))?(?: content "(.*?)…?")?(?: ?(\d*)\.\.(\d*))?(?: ?"(.*?)" → "(.*?)")?$/

const options = (text: string | undefined): string[] => (text ? text.split('|').map((word) => word.trim()) : [])
const bound = (text: string | undefined): number | null => (text ? Number(text) : null)

/** What one expectation says, or null if it is in free words. */
function parse(text: string): Expectation | null {
  const found = FORM.exec(text.trim())
  if (!found) return null
  const [, no, kind, subtypes, by, to, content, low, high, from, toward] = found
  return {
    absent: no !== undefined,
    kind: kind!,
    subtypes: options(subtypes?.trim()),
    by: options(by),
    to: options(to),
    ...(content !== undefined && { content }),
    ...(low !== undefined && { bounds: [bound(low), bound(high)] as const }),
    ...(from !== undefined && { ends: [from, toward!] as const }),
  }
}

const DOERS = ['actors', 'speaker', 'subject', 'parties'] as const
const TARGETS = ['recipients', 'object'] as const

function participants(record: ReadoutRecord, slots: readonly string[]): string[] {
  return slots.flatMap((slot) => (record as unknown as Record<string, string | string[] | null>)[slot] ?? [])
}

function matches(expected: Expectation, record: ReadoutRecord, { actors, document }: Reading): boolean {
  const has = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase())
  const named = (ids: readonly string[], words: readonly string[]): boolean =>
    words.length === 0 ||
    ids.some((id) => {
      const actor = actors.find((each) => each.id === id)
      return words.some((word) => [id, actor?.name ?? '', ...(actor?.aliases ?? [])].some((name) => has(name, word)))
    })
  if (record.kind !== expected.kind) return false
  const subtype = record.kind === 'agreement' ? record.name : String((record as never)[SUBTYPE_FIELD[record.kind]])
  const said = record.kind === 'statement' || record.kind === 'estimate'
  if (!said && expected.subtypes.length > 0 && !expected.subtypes.some((each) => has(subtype, each))) return false
  if (!named(participants(record, DOERS), expected.by) || !named(participants(record, TARGETS), expected.to))
    return false
  const textOf = (span: Span): string => words(document.text, span)
  if (expected.content && !(record.kind === 'statement' && has(record.content.map(textOf).join(' '), expected.content)))
    return false
  if (
    expected.bounds &&
    !(record.kind === 'estimate' && record.low === expected.bounds[0] && record.high === expected.bounds[1])
  )
    return false
  return (
    !expected.ends ||
    (record.kind === 'dependency' &&
      has(textOf(record.antecedent.text), expected.ends[0]) &&
      has(textOf(record.consequent.text), expected.ends[1]))
  )
}

const describe = ({ records, actors, document }: Reading): string =>
  records
    .map((record) => {
      const name = (id: string): string => actors.find((each) => each.id === id)?.name ?? id
      const who = (slots: readonly string[]): string => participants(record, slots).map(name).join(',')
      return `${record.kind}:${String((record as never)[SUBTYPE_FIELD[record.kind]])}(${who(DOERS)}→${who(TARGETS)} “${words(document.text, record.evidence[0]!)}” ${record.rule})`
    })
    .join('; ') || 'nothing'

const shared = requireShared('bench:cases')
const show = process.argv.includes('--show')
const reader = createReader()
const tally = new Map<string, { right: number; all: number; unchecked: number }>()
for (const line of readFileSync(path.join(shared, 'cases', 'reading.jsonl'), 'utf8')
  .trim()
  .split('\n')) {
  const { kind, input, date, expect }: Case = JSON.parse(line)
  const row = tally.get(kind) ?? { right: 0, all: 0, unchecked: 0 }
  tally.set(kind, row)
  row.all++
  const expectations = expect.split(/; (?=NO |statement|event|relation|agreement|dependency|estimate)/).map(parse)
  const reading = reader.read({ text: input, ...(date !== undefined && { publishedAt: date }) })
  if (expectations.some((each) => each === null)) {
    row.unchecked++
    if (show) console.log(`? ${kind}: ${input}\n    want ${expect}\n    got  ${describe(reading)}`)
    continue
  }
  const right = expectations.every(
    (each) => reading.records.some((record) => matches(each!, record, reading)) !== each!.absent,
  )
  if (right) row.right++
  else if (show) console.log(`✗ ${kind}: ${input}\n    want ${expect}\n    got  ${describe(reading)}`)
}
const sum = (pick: (row: { right: number; all: number; unchecked: number }) => number): number =>
  [...tally.values()].reduce((total, row) => total + pick(row), 0)
for (const [kind, { right, all, unchecked }] of tally)
  console.log(
    `${kind.padEnd(24)} ${right} of ${all - unchecked}${unchecked ? `, ${unchecked} to be judged by hand` : ''}`,
  )
console.log(
  `${sum(({ right }) => right)} of ${sum(({ all, unchecked }) => all - unchecked)} right; ${sum(({ unchecked }) => unchecked)} in free words`,
)
