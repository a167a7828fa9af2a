// Puts the words back: a file of the corpus and its text make a gold file, as the scorer reads it.
import { occurrences } from './find.ts'
import {
  type CorpusRecord,
  type CorpusReport,
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

function joinRecord(text: string, record: CorpusRecord): GoldRecord {
  const slice = ([start, end]: SpanPair): string => text.slice(start, end)
  const place = (span: SpanPair): Place => (occurrences(text, slice(span)).length === 1 ? slice(span) : span)
  const fields = Object.entries(record).map(([field, value]) => {
    if (field === 'trigger') return [field, place(value as SpanPair)]
    const form = FIELDS[field]
    if (form === undefined) return [field, value]
    const values = list(value) as readonly Words[]
    return [field, values.map((v) => (isSpan(v) ? (form === 'places' ? place(v) : slice(v)) : v))]
  })
  return Object.fromEntries(fields)
}

export function join(report: CorpusReport, text: string, title?: string): Gold {
  const { id, publishedAt, publisher, url, licence } = report
  const actors = Object.entries(report.actors).map(([key, { names, ...rest }]) => {
    const words = names.map((name) => (name === PUBLISHER ? publisher : text.slice(...name)))
    return [key, { ...rest, names: words }]
  })
  return {
    document: { id, publishedAt, ...(title === undefined ? {} : { title }), publisher, url, licence, text },
    actors: Object.fromEntries(actors),
    records: report.records.map((record) => joinRecord(text, record)),
  }
}
