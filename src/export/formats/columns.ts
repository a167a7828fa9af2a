import type { HeldRecord } from '../../5-ledger/index.ts'
import { oneLine } from '../../6-answer/cite.ts'
import { PARTS, type Part } from '../../model/index.ts'
import { accordingTo, playersOf, wordsOf } from './facts.ts'
import type { Material } from './format.ts'

/** A field of every record, or of some; `type` is left out of what is text. */
export type Column = readonly [
  name: string,
  value: (record: HeldRecord, material: Material) => unknown,
  type?: 'number' | 'whole' | 'flag' | undefined,
]

const SEPARATOR = ' | '
/** Fields of the record itself, where its kind has them. */
const OWN = 'mode joint means act channel role ended name scope excludes relation measure low high unit approximate'
const TYPES: Readonly<Record<string, Column[2]>> = {
  joint: 'flag',
  ended: 'flag',
  low: 'number',
  high: 'number',
  approximate: 'flag',
}
const QUOTED = ['about', 'content', 'antecedent', 'consequent', 'cues']
const ROLES: readonly Part[] = PARTS.filter((part) => part !== 'source')

const field =
  (name: string) =>
  ({ record }: HeldRecord): unknown => {
    const value = (record as unknown as Readonly<Record<string, unknown>>)[name]
    return Array.isArray(value) ? value.join(SEPARATOR) : value
  }

const roleColumns = (part: Part): readonly Column[] => [
  [
    part,
    (r, m) =>
      playersOf(r, part, m)
        .map((p) => p.name)
        .join(SEPARATOR),
  ],
  [
    `${part}Id`,
    (r, m) =>
      playersOf(r, part, m)
        .map((p) => p.id)
        .join(SEPARATOR),
  ],
]

const quoted = (name: string): Column => [
  name,
  ({ quotes }) => oneLine((quotes[name] ?? []).map((q) => q.words).join(' … ')),
]

/** What a source in a report says, in columns: those of every table of records. */
export const COLUMNS: readonly Column[] = [
  ['record', (r) => r.id],
  ['cluster', (r) => r.cluster],
  ['kind', (r) => r.kind],
  ['type', (r) => r.subtype],
  ['polarity', (r) => r.record.polarity],
  ['certainty', (r) => r.record.certainty],
  ['score', (r) => r.record.score, 'number'],
  ['realis', (r) => r.record.realis],
  ['from', (r) => r.validFrom],
  ['to', (r) => r.validTo],
  ['dated', (r) => r.dated, 'flag'],
  ['timeText', (r) => r.record.time?.text],
  ['timePrecision', (r) => r.record.time?.precision],
  ...ROLES.flatMap(roleColumns),
  ...OWN.split(' ').map((name): Column => [name, field(name), TYPES[name]]),
  ...QUOTED.map(quoted),
  ['accordingTo', accordingTo],
  ['words', wordsOf],
  ['start', (r) => r.evidence[0]?.start, 'whole'],
  ['end', (r) => r.evidence[0]?.end, 'whole'],
  ['document', (r) => r.citation.document],
  ['version', (r) => r.evidence[0]?.version ?? r.citation.version, 'whole'],
  ['title', (r) => r.citation.title],
  ['publisher', (r) => r.citation.publisher],
  ['url', (r) => r.citation.url],
  ['publishedAt', (r) => r.citation.publishedAt],
  ['recordedAt', (r) => r.recordedAt],
  ['review', (r) => r.review],
  ['rule', (r) => r.record.rule],
]
