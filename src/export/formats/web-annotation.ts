import type { HeldDocument, HeldRecord, Quote } from '../../5-ledger/index.ts'
import { PARTS, RECORD_KINDS } from '../../model/index.ts'
import { accordingTo, codePoints, known, playersOf, standingWords, webAddress } from './facts.ts'
import type { Format, Material, Setting } from './format.ts'
import { uuid5 } from './uuid.ts'

/** Characters before and after a quotation by which it is found in a text that has changed. */
const AROUND = 32

/** Starts and ends at whole characters. */
const before = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - 2 * AROUND), at)].slice(-AROUND).join('')
const after = (text: string, at: number): string => [...text.slice(at, at + 2 * AROUND)].slice(0, AROUND).join('')

/** Offsets count in code points. Where the version that is quoted is not at hand, the words alone say where. */
function selectors({ start, end, version, words }: Quote, report: HeldDocument | undefined): object[] {
  if (report?.version !== version) return [{ type: 'TextQuoteSelector', exact: words }]
  const { text } = report
  const from = codePoints(text, start)
  return [
    { type: 'TextQuoteSelector', exact: words, prefix: before(text, start), suffix: after(text, end) },
    { type: 'TextPositionSelector', start: from, end: from + [...words].length },
  ]
}

const target = (quote: Quote, { citation }: HeldRecord, report: HeldDocument | undefined): object => {
  const versionId = report?.versions.find((v) => v.number === quote.version)?.id ?? citation.document
  return {
    type: 'SpecificResource',
    source: known({
      id: `urn:uuid:${versionId}`,
      type: 'Text',
      format: 'text/plain',
      language: report?.versions.at(-1)?.language,
      via: webAddress(citation.url),
    }),
    selector: selectors(quote, report),
  }
}

/** "event ASSAULT; actor: Borland; recipient: Arendia; denied; according to Ilara Denvoss". */
function described(record: HeldRecord, material: Material): string {
  const roles = PARTS.filter((part) => part !== 'source').flatMap((part) => {
    const names = playersOf(record, part, material).map((p) => p.name)
    return names.length > 0 ? [`${part}: ${names.join(', ')}`] : []
  })
  const said = accordingTo(record)
  const when = record.dated ? [record.validFrom ?? '…', record.validTo ?? '…'] : []
  return [
    `${record.kind} ${record.subtype}`,
    ...roles,
    [...new Set(when)].join(' to '),
    standingWords(record),
    said ? `according to ${said}` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

function annotation(record: HeldRecord, material: Material, { at }: Setting): object {
  const report = material.reportOf(record.citation.document)
  const body = (purpose: string, value: string): object => ({
    type: 'TextualBody',
    purpose,
    value,
    format: 'text/plain',
  })
  return {
    id: `urn:uuid:${record.id}`,
    type: 'Annotation',
    motivation: 'describing',
    created: record.recordedAt,
    generated: at,
    generator: { type: 'Software', name: 'Readout' },
    body: [
      body('classifying', `${record.kind}/${record.subtype}`),
      { ...body('describing', described(record, material)), language: 'en' },
    ],
    target: record.evidence.map((quote) => target(quote, record, report)),
  }
}

/** W3C Web Annotation Data Model: one annotation a record, anchored by its words and by its place in the text. */
export const webAnnotation: Format = {
  name: 'webannotation',
  title: 'W3C Web Annotations: every record as a note on its exact words',
  extension: 'annotations.jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  kinds: RECORD_KINDS,
  reports: true,
  async *write(pages, setting) {
    const name = (what: string): string => `urn:uuid:${uuid5(`${what} ${setting.at}`)}`
    const head = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: name('annotations'),
      type: 'AnnotationCollection',
      label: 'Readout: records',
    }
    const page = { id: name('page'), type: 'AnnotationPage', startIndex: 0 }
    yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`
    let total = 0
    for await (const material of pages) {
      const notes = material.records.map((record) => JSON.stringify(annotation(record, material, setting)))
      yield (total > 0 ? ',\n' : '') + notes.join(',\n')
      total += notes.length
    }
    yield `\n]},"total":${total}}\n`
  },
}
