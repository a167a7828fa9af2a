import { expect, it } from 'vitest'
import type { Correction, HeldRecord, Ledger, RecordQuery } from '../../src/ledger.ts'
import type { ReadoutRecord } from '../../src/model/index.ts'
import { type ActorSketch, makeReading, type RecordSketch } from './make.ts'
import { onBothStores } from './stores.ts'

const WHO = { by: 'editor', why: 'misread' }
const NOBODY = '00000000-0000-7000-8000-000000000000'
const ACTORS: Readonly<Record<string, ActorSketch>> = {
  t: ['Telk', 'person'],
  r: ['Reed Guard', 'armed-group'],
  a: ['Arendia', 'state'],
  m: ['Ministry of the Coast', 'government'],
}
const SENTENCES = {
  said: 'Telk said that the raid was over',
  raid: 'The Reed Guard raided a post of Borland',
  toll: 'The Ministry of the Coast counted 30 dead in Arendia',
  holds: 'Telk leads the Reed Guard',
  deal: 'Arendia and the Reed Guard signed the Ostrel Pact',
  hangs: 'The pact needs a vote',
}
const RECORDS: readonly RecordSketch[] = [
  { kind: 'statement', words: SENTENCES.said, speaker: 't', hearers: ['a'] },
  { kind: 'event', words: SENTENCES.raid, type: 'ASSAULT', actors: ['r'], recipients: ['a'], when: '2031-02-05' },
  {
    kind: 'estimate',
    words: SENTENCES.toll,
    of: 'a',
    measure: 'killed',
    low: 30,
    high: 30,
    sources: ['m'],
    when: '2031-02-05',
  },
  { kind: 'relation', words: SENTENCES.holds, predicate: 'leads', subject: 't', object: 'r' },
  { kind: 'agreement', words: SENTENCES.deal, name: 'Ostrel Pact', parties: ['a', 'r'] },
  { kind: 'dependency', words: SENTENCES.hangs, antecedent: 'a vote', consequent: 'The pact' },
]
let serial = 0
const report = (records: readonly RecordSketch[], over: object = {}) =>
  makeReading({
    text: `${Object.values(SENTENCES).join('. ')}. Report ${serial++}.`,
    url: `https://coast.example/${serial}`,
    publishedAt: '2031-02-06',
    actors: ACTORS,
    records,
    ...over,
  })

const only = async (l: Ledger, kind: ReadoutRecord['kind'], query: RecordQuery = {}): Promise<HeldRecord> =>
  (await l.records({ ...query, kinds: [kind] }))[0]!
const idOf = async (l: Ledger, name: string): Promise<string> => (await l.actors({ name }))[0]!.id
const namesIn = ({ parts }: HeldRecord): string[] => parts.map((p) => `${p.part} ${p.name}`)

onBothStores('corrections', ({ ledger, clock }) => {
  it.each<[string, ReadoutRecord['kind'], Correction]>([
    ['a type that the kind has not', 'event', { subtype: 'PARTY' }],
    ['a certainty that there is not', 'event', { certainty: 'sure' as never }],
    ['a polarity that there is not', 'event', { polarity: 'maybe' as never }],
    ['a realis that there is not', 'event', { realis: null as never }],
    ['a measure without words', 'estimate', { subtype: ' ' }],
    ['actors as a field', 'event', { fields: { actors: null } }],
    ['the time as a field', 'event', { fields: { time: 'yesterday' } }],
    ['spans', 'statement', { fields: { content: null } }],
    ['a field of another kind', 'event', { fields: { role: 'governor' } }],
    ['what every object has', 'event', { fields: { constructor: 'x' } }],
    ['a number in words', 'estimate', { fields: { low: 'thirty' } }],
    ['a number without end', 'estimate', { fields: { low: Number.POSITIVE_INFINITY } }],
    ['the least over the most', 'estimate', { fields: { low: 31 } }],
    ['neither a least nor a most', 'estimate', { fields: { low: null, high: null } }],
    ['no name', 'agreement', { fields: { name: '' } }],
    ['an unknown scope', 'agreement', { fields: { scope: ['culinary'] } }],
    ['words for yes or no', 'relation', { fields: { ended: 'yes' } }],
    ['a part that the kind has not', 'event', { actors: { speaker: [NOBODY] } }],
    ['a statement that nobody makes', 'statement', { actors: { speaker: [] } }],
    ['two places', 'event', { actors: { place: [NOBODY, NOBODY] } }],
    ['an actor of no known type', 'event', { actors: { actor: [{ name: 'Borland', type: 'empire' as never }] } }],
    ['an actor without a name', 'event', { actors: { actor: [{ name: ' ', type: 'state' }] } }],
    ['ends of what is no dependency', 'event', { ends: { antecedent: null } }],
    ['days that run back', 'event', { validFrom: '2031-02-05', validTo: '2031-02-04' }],
    ['nothing', 'event', {}],
    ['no fields of any', 'event', { fields: {} }],
    ['no actors of any part', 'event', { actors: {} }],
    ['no actors of a part', 'event', { actors: { actor: undefined as never } }],
    ['no end of any', 'dependency', { ends: {} }],
    ['what no correction has', 'event', { foo: 1 } as never],
    ['what is no correction', 'event', null as never],
    ['a list', 'event', [] as never],
    ['no fields', 'event', { fields: null as never }],
    ['a list of fields', 'event', { fields: ['joint'] as never }],
    ['no actors', 'event', { actors: null as never }],
    ['no list of actors', 'event', { actors: { actor: NOBODY as never } }],
    ['an actor who is a number', 'event', { actors: { actor: [5 as never] } }],
    ['an actor without a type', 'event', { actors: { actor: [{ name: 'Borland' } as never] } }],
    ['no ends', 'dependency', { ends: null as never }],
    ['an end that a dependency has not', 'dependency', { ends: { middle: NOBODY } as never }],
    ['an end that is a number', 'dependency', { ends: { antecedent: 5 as never } }],
    ['a type that is a number', 'event', { subtype: 5 as never }],
    ['a field that is left out', 'event', { fields: { joint: undefined } }],
  ])('L25: refuses %s, and leaves the record as it is', async (_what, kind, correction) => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    const before = await only(l, kind)
    await expect(l.correct(before.id, correction, WHO)).rejects.toMatchObject({ code: 'judgement-invalid' })
    expect(await only(l, kind)).toEqual(before)
  })

  it.each(['', '2031-02-30'])('L25: refuses "%s" as a day', async (validFrom) => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    const event = await only(l, 'event')
    await expect(l.correct(event.id, { validFrom }, WHO)).rejects.toMatchObject({
      ...{ code: 'date-invalid', message: `"${validFrom}" is not a date: write YYYY-MM-DD` },
    })
  })

  it('L25: refuses an actor and a record that are not there', async () => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    const event = await only(l, 'event')
    await expect(l.correct(event.id, { actors: { actor: [NOBODY] } }, WHO)).rejects.toMatchObject({ code: 'not-found' })
    const hangs = await only(l, 'dependency')
    await expect(l.correct(hangs.id, { ends: { antecedent: NOBODY } }, WHO)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(l.correct(hangs.id, { ends: { antecedent: hangs.id } }, WHO)).rejects.toMatchObject({
      code: 'judgement-invalid',
    })
  })

  it.each<[string, (l: Ledger, id: string) => Promise<unknown>]>([
    ['a record', (l, id) => l.accept(id, WHO)],
    ['an actor', (l, id) => l.merge(id, id, WHO)],
    ['a cluster', (l, id) => l.splitCluster(id, [id], WHO)],
    ['a proposal', (l, id) => l.decide(id, 'accepted', WHO)],
    ['a judgement', (l, id) => l.undo(WHO, id)],
    ['records', (l, id) => l.records({ ids: [id] })],
    ['a report', (l, id) => l.reading(id)],
  ])('L9: %s of an id that is none is not found', async (_what, ask) => {
    const l = await ledger()
    for (const id of ['', 'r1', `${NOBODY}'; --`]) await expect(ask(l, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('L25: fields of the kind, each found again by what it says now', async () => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    const held = async (kind: ReadoutRecord['kind'], correction: Correction) => {
      await l.correct((await only(l, kind)).id, correction, WHO)
      return only(l, kind)
    }
    expect(await held('statement', { subtype: 'Warn', fields: { channel: 'radio' } })).toMatchObject({
      subtype: 'warn',
      record: { act: 'warn', channel: 'radio' },
    })
    expect(await held('estimate', { subtype: 'Wounded', fields: { low: 20, high: null } })).toMatchObject({
      subtype: 'wounded',
      record: { measure: 'Wounded', low: 20, high: null },
    })
    expect(await held('agreement', { fields: { name: 'Ostrel Accord', scope: ['military'] } })).toMatchObject({
      record: { name: 'Ostrel Accord', scope: ['military'] },
    })
    expect((await held('relation', { fields: { ended: true } })).record).toMatchObject({ ended: true })
    const event = await only(l, 'event')
    expect((await held('dependency', { ends: { antecedent: event.id } })).record).toMatchObject({
      antecedent: { record: event.id },
    })
    expect(await l.records({ kinds: ['estimate'], subtypes: ['killed'] })).toEqual([])
    expect(await l.doctor()).toEqual([])
  })

  it('L25: actors of a part: known ones as the report names them, others by name; undo brings back whom it said', async () => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    const before = await only(l, 'event')
    const [telk, guard] = [await idOf(l, 'Telk'), await idOf(l, 'Reed Guard')]
    clock.set('2031-02-08T10:00:00Z')
    const actors = {
      actor: [telk, guard, telk],
      recipient: [{ name: 'Borland', type: 'state' as const }],
      source: [telk],
    }
    await l.correct(before.id, { actors }, WHO)
    const after = await only(l, 'event')
    const borland = await idOf(l, 'Borland')
    expect(namesIn(after)).toEqual(['actor Telk', 'actor Reed Guard', 'recipient Borland', 'source Telk'])
    expect(after.record).toMatchObject({ actors: [telk, guard], recipients: [borland], sources: [telk] })
    expect((await l.records({ actors: [borland] })).map((r) => r.id)).toEqual([before.id])
    const named = (await l.reading(after.citation.document)).actors.find((one) => one.id === borland)
    expect(named?.mentions).toEqual([{ start: 66, end: 73 }])
    expect((await l.judgements()).at(-1)?.before).toMatchObject({ actors: { actor: [guard], source: [] } })
    // What was known before the correction is as it was.
    expect((await only(l, 'event', { known: '2031-02-07' })).record).toEqual(before.record)
    await l.undo(WHO)
    expect(await only(l, 'event')).toMatchObject({ record: before.record, parts: before.parts, review: 'proposed' })
    expect(await l.actors({ name: 'Borland' })).toEqual([])
    expect(await l.doctor()).toEqual([])
  })

  it('L25: an actor of other reports alone is put in this one by hand, and a part may be emptied', async () => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    await l.addReading(report([], { actors: { b: ['Borland', 'state'] } }))
    const borland = await idOf(l, 'Borland')
    const toll = await only(l, 'estimate')
    await l.correct(toll.id, { actors: { of: [borland], source: [] } }, WHO)
    expect(namesIn(await only(l, 'estimate'))).toEqual(['of Borland'])
    expect((await l.links(borland)).map((k) => [k.reason.code, k.by])).toEqual([
      ['new', null],
      ['by-hand', 'editor'],
    ])
    await l.correct(toll.id, { actors: { of: [] } }, WHO)
    expect((await only(l, 'estimate')).record).toMatchObject({ of: null })
    await l.undo(WHO)
    expect(namesIn(await only(l, 'estimate'))).toEqual(['of Borland'])
    expect(await l.doctor()).toEqual([])
  })

  it('L25: actors taken out of one since are who they are now where a correction is taken back', async () => {
    const l = await ledger()
    await l.addReading(report(RECORDS))
    await l.addReading(report(RECORDS))
    const [event] = await l.records({ kinds: ['event'] })
    const [guard, telk] = [await idOf(l, 'Reed Guard'), await idOf(l, 'Telk')]
    const judged = await l.correct(event!.id, { actors: { actor: [telk] } }, WHO)
    const link = (await l.links(guard)).find((k) => k.document === event!.citation.document)!
    const { targets } = await l.split(guard, [link.id], WHO)
    await l.undo(WHO, judged.id)
    expect((await l.records({ ids: [event!.id] }))[0]!.record).toMatchObject({ actors: [targets[1]] })
    expect(await l.doctor()).toEqual([])
  })

  it('L14, L25: a corrected record is the same when its report is read again', async () => {
    const l = await ledger()
    const reading = report(RECORDS)
    await l.addReading(reading)
    const before = await only(l, 'relation')
    await l.correct(before.id, { actors: { subject: [{ name: 'Borland', type: 'state' }], object: [] } }, WHO)
    const again = { ...reading, reader: { ...reading.reader, version: '2' } }
    expect(await l.addReading(again, { reread: true })).toMatchObject({ added: 0, retracted: 0 })
    expect(namesIn(await only(l, 'relation'))).toEqual(['subject Borland'])
    expect(await l.records()).toHaveLength(RECORDS.length)
  })

  it('L25: contradictions follow what a record says now, at every time as known then', async () => {
    const l = await ledger()
    const toll = (n: number): RecordSketch => ({ ...RECORDS[2]!, low: n, high: n, sources: [] })
    await l.addReading(report([toll(30)]))
    await l.addReading(report([toll(26)]))
    clock.set('2031-02-08T10:00:00Z')
    const second = (await l.records()).find((r) => r.record.kind === 'estimate' && r.record.low === 26)!
    expect((await l.contradictions()).map((c) => c.reason.text)).toEqual(['30 against 26'])
    await l.correct(second.id, { fields: { low: 30, high: 30 } }, WHO)
    expect(await l.contradictions()).toEqual([])
    expect(await l.contradictions({ known: '2031-02-07' })).toHaveLength(1)
    const [cluster] = await l.clusters()
    expect(cluster?.members).toHaveLength(2)
    expect(await l.count()).toEqual({ records: 2, documents: 2, happenings: 1 })
    await l.undo(WHO)
    expect((await l.contradictions()).map((c) => c.reason.text)).toEqual(['30 against 26'])
    expect(await l.count()).toMatchObject({ happenings: 2 })
    expect(await l.doctor()).toEqual([])
  })

  it('L25: a record leaves a happening that it does not tell any more, and does not go back where people took it out', async () => {
    const l = await ledger()
    const raid = (over = {}): RecordSketch => ({ ...RECORDS[1]!, ...over })
    await l.addReading(report([raid()]))
    await l.addReading(report([raid()]))
    await l.addReading(report([raid()]))
    const records = await l.records()
    const cluster = records[0]!.cluster!
    const last = records.at(-1)!
    await l.correct(last.id, { subtype: 'MOBILIZE' }, WHO)
    expect((await l.records({ clusters: [cluster] })).map((r) => r.id)).not.toContain(last.id)
    await l.undo(WHO)
    expect((await l.records({ ids: [last.id] }))[0]!.cluster).toBe(cluster)
    await l.splitCluster(cluster, [last.id], WHO)
    await l.correct(last.id, { certainty: 'possible' }, WHO)
    expect((await l.records({ ids: [last.id] }))[0]!.cluster).toBe(null)
    expect(await l.doctor()).toEqual([])
  })
})
