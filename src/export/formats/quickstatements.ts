import type { HeldRecord } from '../../5-ledger/index.ts'
import { partsOf } from '../../6-answer/cite.ts'
import { isTold, webAddress } from './facts.ts'
import { type Format, type Material, rowByRow, type Setting } from './format.ts'

/** A property of Wikidata that says what a predicate says: of its subject or its object, with the other or a day as value. */
interface Property {
  readonly id: string
  readonly of: 'subject' | 'object'
  readonly value: 'subject' | 'object' | 'day'
}

const said = (id: string): Property => ({ id, of: 'subject', value: 'object' })

const PROPERTIES = new Map<string, Property>([
  ['memberOf', said('P463')],
  ['partOf', said('P361')],
  ['leads', { id: 'P488', of: 'object', value: 'subject' }],
  ['borders', said('P47')],
  ['basedIn', said('P276')],
  ['citizenOf', said('P27')],
  ['familyOf', said('P1038')],
  ['successorOf', said('P1365')],
  ['established', { id: 'P571', of: 'object', value: 'day' }],
  ['dissolved', { id: 'P576', of: 'object', value: 'day' }],
])

const itemOf = (record: HeldRecord, part: 'subject' | 'object', { actorOf }: Material): string | undefined =>
  partsOf(record, part).map(({ actor }) => actorOf(actor)?.links?.wikidata)[0]

/** To the day, as QuickStatements writes it. */
const time = (day: string): string => `+${day.slice(0, 10)}T00:00:00Z/11`
const quoted = (text: string): string => `"${text.replace(/["\t\r\n|]+/g, ' ')}"`

function lineOf(record: HeldRecord, material: Material, { leaveOut }: Setting): string | null {
  const no = (why: string): null => {
    leaveOut(why)
    return null
  }
  if (!isTold(record)) return no('Wikidata cannot say that something is denied, planned or supposed')
  const property = PROPERTIES.get(record.subtype)
  if (!property) return no(`no property of Wikidata says ${record.subtype} of two items`)
  const from = record.dated ? record.validFrom : null
  const to = record.dated ? record.validTo : null
  const item = itemOf(record, property.of, material)
  const value = property.value === 'day' ? from && time(from) : itemOf(record, property.value, material)
  if (!item || (property.value !== 'day' && !value)) return no('no Wikidata item is known of one of the two')
  if (!value) return no('no report gives the day')
  const qualifiers =
    property.value === 'day' ? [] : [...(from ? ['P580', time(from)] : []), ...(to ? ['P582', time(to)] : [])]
  const address = webAddress(record.citation.url)
  const source = [...(address ? ['S854', quoted(address)] : []), 'S813', time(record.recordedAt)]
  return `${[item, property.id, value, ...qualifiers, ...source].join('\t')}\n`
}

/** Statements for Wikidata, to be looked at by whoever puts them there. */
export const quickStatements: Format = {
  name: 'quickstatements',
  title: 'relations between items of Wikidata, QuickStatements commands (V1)',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  kinds: ['relation'],
  write: rowByRow(lineOf),
}
