// What is wrong with a file of the corpus, without its text and with it.
import { isWhole, occurrences } from './find.ts'
import { ACTOR_FIELDS, type CorpusRecord, type CorpusReport, corpusReport, FIELDS, isSpan, list } from './form.ts'

/** The path of a problem with the record's id for its index: `records.g3.type`. */
function pathOf(report: unknown, path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path
  if (first !== 'records' || index === undefined) return path.join('.')
  const { records } = report as { records: readonly { id?: string }[] }
  return ['records', records[index as number]?.id ?? index, ...rest].join('.')
}

/** What is at the path, for a message. */
function found(report: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (object, key) => (object as Record<PropertyKey, unknown> | undefined)?.[key],
    report,
  )
  const shown = JSON.stringify(value) ?? 'nothing'
  return `; found ${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}`
}

const spansOf = (record: CorpusRecord): { field: string; span: readonly [number, number] }[] =>
  Object.entries(record)
    .filter(([field]) => field === 'trigger' || field in FIELDS)
    .flatMap(([field, value]) =>
      (isSpan(value) ? [value] : list(value)).filter(isSpan).map((span) => ({ field, span })),
    )

function outside(span: readonly [number, number], length: number): boolean {
  return span[0] >= span[1] || span[1] > length
}

function recordProblems(report: CorpusReport, record: CorpusRecord): string[] {
  const fields = record as Readonly<Record<string, unknown>>
  const unknown = ACTOR_FIELDS.flatMap((field) =>
    list(fields[field])
      .flat()
      .filter((key) => key !== null && !((key as string) in report.actors))
      .map((key) => `${field}: no actor ${key}`),
  )
  const misplaced = spansOf(record)
    .filter(({ span }) => outside(span, report.length))
    .map(({ field, span }) => `${field}: [${span}] is not a span of a text of ${report.length} units`)
  const shuffled = ['evidence', 'cue']
    .map((field) => [field, list(fields[field]) as readonly (readonly [number, number])[]] as const)
    .filter(([, spans]) => spans.some((span, k) => k > 0 && span[0] < spans[k - 1]![0]))
    .map(([field]) => `${field}: the spans are not in the order of the text`)
  const slots = [...(record.optionalSlots ?? []), ...(record.anyOf ?? [])]
    .filter((slot) => !(slot in SLOTS))
    .map((slot) => `${slot} is no slot`)
  return [...unknown, ...misplaced, ...shuffled, ...slots].map((problem) => `${record.id} (${record.kind}): ${problem}`)
}

/** What optionalSlots and anyOf may name. */
const SLOTS: Readonly<Record<string, true>> = Object.fromEntries(
  [
    ...ACTOR_FIELDS,
    ...Object.keys(FIELDS),
    ...['mode', 'time', 'type', 'certainty', 'polarity', 'realis', 'predicate'],
    ...['scope', 'excludes', 'status', 'relation', 'low', 'high'],
  ].map((slot) => [slot, true]),
)

/** What can be said without the text: fields and their values, offsets, keys. */
export function formProblems(value: unknown): string[] {
  const parsed = corpusReport.safeParse(value)
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${pathOf(value, path)}: ${message}${found(value, path)}`)
  }
  const report = parsed.data
  const ids = report.records.map(({ id }) => id)
  const twice = ids.filter((id, k) => ids.indexOf(id) !== k).map((id) => `${id}: two records have this id`)
  const lost = report.records
    .filter(({ sameAs }) => sameAs !== undefined && !ids.includes(sameAs))
    .map(({ id, sameAs }) => `${id}: sameAs names ${sameAs}, which is no record`)
  const names = Object.entries(report.actors).flatMap(([key, actor]) =>
    actor.names
      .filter((name) => isSpan(name) && outside(name, report.length))
      .map((name) => `actor ${key}: [${name}] is not a span of a text of ${report.length} units`),
  )
  return [...twice, ...lost, ...names, ...report.records.flatMap((record) => recordProblems(report, record))]
}

/** Words that the file spells out although the text has them: they should be offsets. */
export function spelledOut(report: CorpusReport, text: string): string[] {
  return report.records.flatMap((record) =>
    Object.entries(record)
      .filter(([field]) => FIELDS[field] === 'words')
      .flatMap(([field, value]) =>
        list(value)
          .filter((word) => typeof word === 'string' && occurrences(text, word).some((at) => isWhole(text, at)))
          .map(
            (word) => `${record.id} (${record.kind}): ${field} ${JSON.stringify(word)} is in the text: use its offsets`,
          ),
      ),
  )
}
