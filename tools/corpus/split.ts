// Takes the words out of a gold file: what is left says by offsets where they are.
import { createHash } from 'node:crypto'
import { isWhole, looseOccurrences, nearest, occurrences } from './find.ts'
import {
  type CorpusReport,
  corpusReport,
  FIELDS,
  type Gold,
  type GoldRecord,
  isSpan,
  list,
  type Place,
  PUBLISHER,
  type SpanPair,
  type Words,
} from './form.ts'
import { formProblems } from './problems.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const inOrder = (spans: readonly SpanPair[]): SpanPair[] => [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])
const lower = (words: string): string => words.toLowerCase()

type Complain = (problem: string) => void

/** Where a name is in the text; a whole word if there is one. */
function nameIn(text: string, name: string): SpanPair | undefined {
  const exact = occurrences(text, name)
  return exact.find((span) => isWhole(text, span)) ?? exact[0] ?? looseOccurrences(text, name)[0]
}

function splitActor({ text, publisher }: Gold['document'], actor: Gold['actors'][string]): object {
  const names: (SpanPair | typeof PUBLISHER)[] = []
  let leftOut = actor.leftOut ?? 0
  for (const name of actor.names) {
    const at = nameIn(text, name) ?? (lower(name) === lower(publisher) ? PUBLISHER : undefined)
    if (at === undefined) leftOut++
    else if (!names.some((other) => String(other) === String(at))) names.push(at)
  }
  const { type, iso3 } = actor
  return { type, names, ...(leftOut === 0 ? {} : { leftOut }), ...(iso3 === undefined ? {} : { iso3 }) }
}

/** Evidence that occurs more than once is its first occurrence, as the scorer takes it. */
function evidenceOf(text: string, record: GoldRecord, complain: Complain): SpanPair[] {
  const spans = record.evidence.flatMap((place) => {
    const span = isSpan(place) ? place : occurrences(text, place)[0]
    if (!span) complain(`evidence ${JSON.stringify(place)} is not in the text`)
    return span ? [span] : []
  })
  return inOrder(spans)
}

function splitRecord(text: string, record: GoldRecord, complain: Complain): object {
  const evidence = evidenceOf(text, record, complain)
  const locate = (field: string, place: Place): SpanPair => {
    const span = isSpan(place) ? place : nearest(occurrences(text, place), evidence)
    if (!span) complain(`${field} ${JSON.stringify(place)} is not in the text`)
    return span ?? [0, 1]
  }
  const wordOrSpan = (word: string): Words => {
    const exact = occurrences(text, word).filter((span) => isWhole(text, span))
    return nearest(exact.length > 0 ? exact : looseOccurrences(text, word), evidence) ?? word
  }
  const { note: _, ...kept } = record
  const fields = Object.entries(kept).map(([field, value]) => {
    if (field === 'evidence') return [field, evidence]
    if (field === 'trigger') return [field, locate(field, value as Place)]
    const form = FIELDS[field]
    if (form === undefined) return [field, value]
    const values = isSpan(value) ? [value] : list(value)
    if (form === 'words') return [field, values.map((word) => wordOrSpan(word as string))]
    const spans = values.map((place) => locate(field, place as Place))
    return [field, form === 'places' ? inOrder(spans) : spans]
  })
  return Object.fromEntries(fields)
}

/** The text-free form of a gold file, or what is wrong with it. */
export function split(gold: Gold): { readonly report: CorpusReport | null; readonly problems: readonly string[] } {
  const problems: string[] = []
  const { id, publisher, url, licence, publishedAt, text } = gold.document
  if (text !== text.trim()) problems.push('the text begins or ends with white space: trim it, and move the spans')
  const actors = Object.entries(gold.actors).map(([key, actor]) => [key, splitActor(gold.document, actor)])
  const records = gold.records.map((record) =>
    splitRecord(text, record, (problem) => problems.push(`${record.id} (${record.kind}): ${problem}`)),
  )
  const report = { id, sha256: sha256(text), length: text.length, publisher, url, licence, publishedAt }
  const whole = { ...report, actors: Object.fromEntries(actors), records }
  problems.push(...formProblems(whole))
  return { report: problems.length === 0 ? corpusReport.parse(whole) : null, problems }
}
