import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { DOMParser } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../src/6-answer/index.ts'
import { exportRecords, FORMATS } from '../src/export/index.ts'
import { type HeldRecord, type Ledger, openLedger } from '../src/ledger.ts'
import { makeReading, type RecordSketch, type Report } from './ledger/make.ts'

/** Emoji before the words, so that code points and UTF-16 units differ; names that a format could stumble over. */
const TEXT =
  '🕊️🕊️ Arendia met Borland in Tarn on 7 February. Arendia <attacked> Borland & killed at least 12 people. ' +
  'Borland did not sign. Ilara Denvoss is minister of Arendia. Arendia joined the Pass Council. Somebody left. ' +
  '=HYPERLINK("http://evil.example") threatened Borland. Denvoss told Borland that she would go. The truce was signed.'

const ACTORS: Report['actors'] = {
  a: ['Arendia', 'state', [], { iso3: 'ARE', wikidata: 'Q878' }],
  b: ['Borland', 'state'],
  t: ['Tarn', 'place'],
  i: ['Ilara Denvoss', 'person', ['Denvoss']],
  c: ['Pass Council', 'organization', [], { wikidata: 'Q41' }],
  e: ['=HYPERLINK("http://evil.example")', 'armed-group'],
}

const RECORDS: readonly RecordSketch[] = [
  {
    kind: 'event',
    words: 'Arendia met Borland in Tarn',
    type: 'CONSULT',
    actors: ['a'],
    recipients: ['b'],
    joint: true,
    place: 't',
    when: '2031-02-07',
  },
  {
    kind: 'event',
    words: 'Arendia <attacked> Borland & killed at least 12 people',
    type: 'ASSAULT',
    actors: ['a'],
    recipients: ['b'],
    place: 't',
    when: ['2031-02-01', '2031-02-28'],
  },
  { kind: 'estimate', words: 'killed at least 12 people', measure: 'killed', low: 12 },
  { kind: 'event', words: 'Borland did not sign', type: 'AGREE', actors: ['b'], polarity: 'denied' },
  { kind: 'event', words: 'Somebody left', type: 'RETREAT' },
  {
    kind: 'relation',
    words: 'Ilara Denvoss is minister of Arendia',
    predicate: 'holdsOffice',
    subject: 'i',
    object: 'a',
    role: 'minister',
  },
  {
    kind: 'relation',
    words: 'Arendia joined the Pass Council',
    predicate: 'memberOf',
    subject: 'a',
    object: 'c',
    when: ['2031-02-07', null],
  },
  {
    kind: 'event',
    words: 'threatened Borland',
    type: 'THREATEN',
    actors: ['e'],
    recipients: ['b'],
    realis: 'future',
    sources: ['i'],
  },
  { kind: 'statement', words: 'Denvoss told Borland', speaker: 'i', hearers: ['b'], content: 'she would go' },
  { kind: 'agreement', words: 'The truce was signed', name: 'truce', parties: ['a', 'b'] },
]

const folder = mkdtempSync(path.join(tmpdir(), 'readout-export-'))
let ledger: Ledger
beforeAll(async () => {
  let now = Date.parse('2031-02-08T10:00:00Z')
  ledger = await openLedger({ folder: path.join(folder, 'ledger') }, { clock: () => now++ })
  const common = {
    url: 'https://strand.example/1',
    title: 'A "truce", <maybe>',
    publishedAt: '2031-02-08',
    actors: ACTORS,
  }
  await ledger.addReading(makeReading({ ...common, text: TEXT, publisher: '=Daily Strand', records: RECORDS }))
  const copy = {
    ...common,
    text: `${TEXT} Again.`,
    url: 'javascript:alert(1)',
    title: 'The same',
    publisher: 'Lissan Post',
  }
  await ledger.addReading(makeReading({ ...copy, records: RECORDS.slice(0, 1) }))
}, 120_000)
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
})

const finder = {
  find: ({ names }: { readonly names: readonly string[] }) =>
    names.includes('Tarn') ? { position: { lat: 12.5, lon: -70.25 }, country: 'ARE', kind: 'city' as const } : null,
}

async function written(
  name: string,
  question: Question = {},
): Promise<{ bytes: Buffer; text: string; leftOut: Record<string, number> }> {
  const exported = await exportRecords(ledger, FORMATS.find((f) => f.name === name)!, question, finder)
  if ('code' in exported) throw new Error(exported.message)
  const pieces: Buffer[] = []
  for await (const piece of exported.text) pieces.push(Buffer.from(piece as string))
  const bytes = Buffer.concat(pieces)
  return { bytes, text: bytes.toString('utf8'), leftOut: Object.fromEntries(exported.leftOut) }
}
// biome-ignore lint/suspicious/noExplicitAny: what a format wrote is read as whoever takes it in would
const json = (text: string): any => JSON.parse(text)
const lines = (text: string) => text.trimEnd().split('\n').map(json)
const held = (): Promise<readonly HeldRecord[]> => ledger.records({})

it('an export is of one moment, narrowed as a question is, and says why where there is nothing', async () => {
  const before = lines((await written('jsonl', { known: '2031-02-08T10:00:00.500Z' })).text).length
  expect([before > 0, lines((await written('jsonl', { since: '2031-02-08' })).text).length < before]).toEqual([
    true,
    true,
  ])
  const sources = lines((await written('jsonl', { sources: ['Lissan Post', 'Ilara Denvoss'] })).text)
  expect(sources.map((r) => r.subtype).sort()).toEqual(['CONSULT', 'THREATEN'])
  expect(lines((await written('jsonl', { limit: 3 })).text)).toHaveLength(3)
  await expect(written('jsonl', { about: ['Nobody'] })).rejects.toThrow('knows nobody called “Nobody”.')
  await expect(written('plover', { known: '2001-01-01' })).rejects.toThrow('holds no reports')
})

describe('rows', () => {
  it('jsonl: every record whole, one row for each source of one happening', async () => {
    const rows = lines((await written('jsonl')).text)
    expect(rows.map((r) => r.id).sort()).toEqual((await held()).map((r) => r.id).sort())
    const [one, other] = rows.filter((r) => r.subtype === 'CONSULT')
    expect([one.cluster, one.citation.publisher !== other.citation.publisher]).toEqual([other.cluster, true])
    for (const row of rows) {
      expect(row).toMatchObject({ recordedAt: expect.stringContaining('2031-02-08T10'), retractedAt: null })
      for (const { start, end, words } of row.evidence) expect(TEXT.slice(start, end)).toBe(words)
    }
  })

  it('csv: a cell for each field, none of them a formula', async () => {
    const { text } = await written('csv')
    expect(text.split('\r\n')).toHaveLength((await held()).length + 2)
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(text).toContain(`"'=Daily Strand"`)
    expect(text).not.toMatch(/(^|,)"?=/m)
    expect(text.split('\r\n')[0]).toContain('polarity,certainty,score,realis,from,to')
  })

  it('parquet: the table of csv, in columns of their types', async () => {
    const { bytes } = await written('parquet')
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const rows = await parquetReadObjects({ file })
    const csv = (await written('csv')).text.split('\r\n')
    expect(rows).toHaveLength(csv.length - 2)
    expect(Object.keys(rows[0]!)).toEqual(csv[0]!.split(','))
    const killed = rows.find((row) => row.measure === 'killed')!
    expect([killed.low, killed.high, killed.approximate, killed.dated]).toEqual([12, null, false, false])
    const { start, end } = killed as { start: number; end: number }
    expect(TEXT.slice(start, end)).toBe('killed at least 12 people')
    expect(rows.map((row) => row.publisher)).toContain('=Daily Strand')
    expect((await written('parquet')).bytes.equals(bytes)).toBe(true)
  })

  it('quickstatements: what Wikidata has a property and both items for; a tie without an item says why it is left out', async () => {
    const { text, leftOut } = await written('quickstatements')
    expect(text).toBe(
      'Q878\tP463\tQ41\tP580\t+2031-02-07T00:00:00Z/11\tS854\t"https://strand.example/1"\tS813\t+2031-02-08T00:00:00Z/11\n',
    )
    expect(leftOut).toEqual({ 'no property of Wikidata says holdsOffice of two items': 1 })
  })

  it('ucdp: attacks, each with the toll of its own words; best only where it is one number', async () => {
    const { text, leftOut } = await written('ucdp')
    const [head, row, end] = text.split('\r\n').map((line) => line.split(','))
    const cell = (name: string): string | undefined => row![head!.indexOf(name)]
    expect(end).toEqual([''])
    expect(['deaths_best', 'deaths_low', 'deaths_high', 'injuries_low'].map(cell)).toEqual(['', '12', '', ''])
    expect(['date_start', 'date_end', 'date_prec', 'where_prec'].map(cell)).toEqual([
      '2031-02-01',
      '2031-02-28',
      '4',
      '1',
    ])
    expect(['country', 'city', 'latitude', 'longitude'].map(cell)).toEqual(['ARE', 'Tarn', '12.5', '-70.25'])
    expect([cell('actor1'), cell('actor2'), leftOut]).toEqual(['Arendia', 'Borland', {}])
  })
})

describe('plover', () => {
  it('has id, date, actor and event, contexts for what is planned or denied, and all sides of a meeting as actors', async () => {
    const { text, leftOut } = await written('plover')
    const events = lines(text)
    expect(leftOut).toEqual({ 'nobody is named who did it': 1 })
    for (const event of events) {
      expect(event).toMatchObject({ id: expect.any(String), date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
      expect([event.actor.length > 0, event.event.length]).toEqual([true, 1])
      expect([1, 2, 3, 4]).toContain(event.quad_code)
    }
    const of = (type: string) => events.find((e) => e.event[0] === type)
    expect(of('CONSULT').actor.map((a: { identifier_text: string }) => a.identifier_text)).toEqual([
      'Arendia',
      'Borland',
    ])
    expect(of('CONSULT')).toMatchObject({ recipient: [], quad_code: 1, event_loc: { resolved_place: 'Tarn' } })
    expect(of('CONSULT').actor[0]).toMatchObject({ code: 'ARE', identifier_id: 'Q878' })
    expect(of('ASSAULT')).toMatchObject({ date: '2031-02-01', enddate: '2031-02-28', quad_code: 4, context: [] })
    expect(of('AGREE')).toMatchObject({ context: ['negation'], date: '2031-02-08' })
    expect(of('AGREE').comment).toContain('no date')
    expect(of('THREATEN')).toMatchObject({ context: ['future'], comment: expect.stringContaining('Ilara Denvoss') })
    const { start, end } = of('ASSAULT').text_info
    expect([...TEXT].slice(start, end).join('')).toBe(of('ASSAULT').event_text[0])
  })
})

describe('webannotation', () => {
  it('anchors by words and by code points', async () => {
    const collection = json((await written('webannotation')).text)
    expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' })
    const { items } = collection.first
    expect([items.length, collection.total]).toEqual([(await held()).length, items.length])
    for (const { target, id } of items) {
      expect(id).toMatch(/^urn:uuid:/)
      for (const { selector, source } of target) {
        const [quote, position] = selector
        const points = [...(source.via ? TEXT : `${TEXT} Again.`)]
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact)
        expect(points.slice(0, position.start).join('').endsWith(quote.prefix)).toBe(true)
        expect(points.slice(position.end).join('').startsWith(quote.suffix)).toBe(true)
        expect(source.via ?? 'https:').not.toContain('javascript')
      }
    }
  })
})

describe('networks', () => {
  const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml')

  it('gexf: nodes before edges, ends that are nodes, days, and no markup out of a report', async () => {
    const { text, leftOut } = await written('gexf')
    const doc = parse(text)
    const nodes = new Set([...doc.querySelectorAll('node')].map((n) => n.getAttribute('id')))
    const edges = [...doc.querySelectorAll('edge')]
    expect(text.indexOf('<nodes>')).toBeLessThan(text.indexOf('<edges>'))
    expect(edges.every((e) => nodes.has(e.getAttribute('source')) && nodes.has(e.getAttribute('target')))).toBe(true)
    expect(doc.querySelector('graph')?.getAttribute('timeformat')).toBe('date')
    const of = (kind: string) => edges.filter((e) => e.getAttribute('kind') === kind)
    expect(of('CONSULT').map((e) => [e.getAttribute('type'), e.getAttribute('start')])).toEqual([
      ['undirected', '2031-02-07'],
      ['undirected', '2031-02-07'],
    ])
    expect(of('memberOf').map((e) => [e.getAttribute('start'), e.getAttribute('end')])).toEqual([['2031-02-07', null]])
    expect(of('holdsOffice').map((e) => e.getAttribute('start'))).toEqual([null])
    expect(text).not.toContain('<attacked>')
    expect(leftOut['it ties nobody to anybody else']).toBe(2)
  })

  it('graphml: the same ties, every value of a declared key', async () => {
    const doc = parse((await written('graphml')).text)
    const keys = new Set([...doc.querySelectorAll('key')].map((k) => k.getAttribute('id')))
    const gexf = parse((await written('gexf')).text)
    expect(doc.querySelectorAll('edge').length).toBe(gexf.querySelectorAll('edge').length)
    expect([...doc.querySelectorAll('data')].every((d) => keys.has(d.getAttribute('key')))).toBe(true)
    expect(doc.querySelector('graph')?.getAttribute('edgedefault')).toBe('directed')
  })
})

it('geojson: longitude first, a place for each, no geometry where none is known', async () => {
  const { type, features } = json((await written('geojson')).text)
  expect([type, features.length]).toEqual(['FeatureCollection', 3])
  for (const feature of features)
    expect(feature).toMatchObject({ type: 'Feature', geometry: { type: 'Point', coordinates: [-70.25, 12.5] } })
  const nowhere = await exportRecords(ledger, FORMATS.find((f) => f.name === 'geojson')!, {}, { find: () => null })
  let text = ''
  if (!('code' in nowhere)) for await (const piece of nowhere.text) text += piece
  expect(json(text).features.map((f: { geometry: unknown }) => f.geometry)).toEqual([null, null, null])
})

it('ftm: each entity once, every reference to one that is there, nothing that is denied', async () => {
  const { text, leftOut } = await written('ftm')
  const entities = lines(text)
  const ids = entities.map((e) => e.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { properties } of entities)
    for (const key of [
      'organizer',
      'involved',
      'member',
      'organization',
      'holder',
      'post',
      'subject',
      'object',
      'proof',
    ])
      for (const id of properties[key] ?? []) expect(ids).toContain(id)
  for (const { properties } of entities)
    for (const values of Object.values(properties)) expect(values).toEqual(expect.arrayContaining([expect.any(String)]))
  const of = (schema: string) => entities.filter((e) => e.schema === schema).map((e) => e.properties)
  expect(of('Occupancy')).toHaveLength(1)
  expect(of('Position')).toEqual([expect.objectContaining({ name: ['minister, Arendia'] })])
  expect(of('Membership')).toEqual([expect.objectContaining({ startDate: ['2031-02-07'] })])
  expect(of('Event').some((e: { keywords: string[] }) => e.keywords.includes('AGREE'))).toBe(false)
  expect(Object.values(leftOut)).toEqual([2])
})

it('jsonld: whose word it is and from which report, in order', async () => {
  const { '@graph': graph } = json((await written('jsonld')).text)
  const byId = new Map<string, Record<string, unknown>>(graph.map((n: { '@id': string }) => [n['@id'], n]))
  expect(byId.size).toBe(graph.length)
  const threat = graph.find((n: Record<string, unknown>) => n['readout:type'] === 'THREATEN')
  expect(byId.get(threat['prov:wasAttributedTo']['@list'][0]['@id'])).toMatchObject({ 'schema:name': 'Ilara Denvoss' })
  expect(byId.get(threat['prov:wasDerivedFrom']['@id'])).toMatchObject({ 'schema:url': 'https://strand.example/1' })
  expect(JSON.stringify(graph)).not.toContain('javascript:')
})

it('stix: identifiers, times and references as STIX 2.1 wants them; what is denied or planned is a note', async () => {
  const bundle = json((await written('stix')).text)
  const ids = new Set(bundle.objects.map((o: { id: string }) => o.id))
  expect(ids.size).toBe(bundle.objects.length)
  for (const o of bundle.objects) {
    expect(o.id).toMatch(new RegExp(`^${o.type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`))
    expect([o.spec_version, o.modified >= o.created]).toEqual(['2.1', true])
    for (const id of [...(o.object_refs ?? []), o.source_ref, o.target_ref]) if (id) expect(ids).toContain(id)
    if (o.type === 'report' || o.type === 'note') expect(o.object_refs.length).toBeGreaterThan(0)
    if (o.start_time && o.stop_time) expect(o.stop_time > o.start_time).toBe(true)
  }
  const ties = bundle.objects.filter((o: { type: string }) => o.type === 'relationship')
  expect(ties.map((o: { relationship_type: string }) => o.relationship_type).sort()).toEqual([
    'assault',
    'consult',
    'consult',
    'holds-office',
    'member-of',
  ])
  expect(bundle.objects.filter((o: { type: string }) => o.type === 'report')).toHaveLength(2)
})
