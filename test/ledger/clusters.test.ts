import { expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger.ts'
import { type ActorSketch, makeReading, type RecordSketch, type Report } from './make.ts'
import { onBothStores } from './stores.ts'

const NOBODY = '00000000-0000-7000-8000-000000000000'
const WHO = { by: 'editor', why: 'two convoys' }
const ACTORS: Readonly<Record<string, ActorSketch>> = {
  f: ['Free Valley Front', 'armed-group'],
  p: ['Cassian police', 'government'],
  c: ['Cassia', 'state'],
  n: ['Northern Press', 'media'],
  v: ['Lena Vasko', 'person'],
}
let serial = 0

/** A report by a publisher that asserts these records, each in a sentence of its own. */
const report = (
  publisher: string,
  publishedAt: string,
  records: Omit<RecordSketch, 'words'>[],
  over: Partial<Report> = {},
) => {
  serial++
  const words = records.map((_, k) => `Sentence ${k} of ${serial} tells the attack on the convoy`)
  return makeReading({
    text: words.join('. '),
    url: `https://x.example/${serial}`,
    publisher,
    publishedAt,
    actors: ACTORS,
    records: records.map((r, k) => ({ words: words[k]!, ...r }) as RecordSketch),
    ...over,
  })
}
const attack = (over = {}): Omit<RecordSketch, 'words'> => ({
  kind: 'event',
  type: 'ASSAULT',
  actors: ['f'],
  recipients: ['p'],
  when: '2031-01-30',
  ...over,
})
const killed = (n: number | null, over = {}): Omit<RecordSketch, 'words'> => ({
  kind: 'estimate',
  of: 'p',
  measure: 'killed',
  low: n,
  high: n,
  when: '2031-01-30',
  ...over,
})

const add = async (l: Ledger, ...readings: ReturnType<typeof report>[]) => {
  for (const reading of readings) await l.addReading(reading)
}

onBothStores('happenings and facts', ({ ledger }) => {
  it('L10: one happening in several reports is one; reports and happenings are both countable, and a cluster splits', async () => {
    const l = await ledger()
    await add(
      l,
      report('Post', '2031-01-31', [attack()]),
      report('Strand', '2031-01-31', [attack()]),
      report('Gazette', '2031-02-03', [attack({ when: '2031-02-02' })]),
    )
    expect(await l.count({ kinds: ['event'] })).toEqual({ records: 3, documents: 3, happenings: 2 })
    const [cluster] = await l.clusters()
    expect([cluster!.kind, cluster!.members.map((m) => m.reason.code)]).toEqual(['happening', ['first', 'same-event']])
    await l.splitCluster(cluster!.id, [cluster!.members[1]!.record], WHO)
    expect((await l.count({ kinds: ['event'] })).happenings).toBe(3)
    await l.undo(WHO)
    expect((await l.count({ kinds: ['event'] })).happenings).toBe(2)
    expect(await l.doctor()).toEqual([])
  })

  it('L11: origins: copies, one agency, one group and one speaker are one word each', async () => {
    const l = await ledger()
    const body = Array.from({ length: 60 }, (_, k) => `word${k}`).join(' ')
    const copy = (publisher: string, tail: string) =>
      report(publisher, '2031-01-31', [attack()], {
        text: `Sentence tells the attack. ${body}. ${tail}`,
        records: [{ ...attack(), words: 'Sentence tells the attack' } as RecordSketch],
      })
    await add(
      l,
      copy('Post', 'End.'),
      copy('Strand', 'The end came.'),
      report('Gazette', '2031-01-31', [attack({ sources: ['n'] })]),
      report('Northern Press', '2031-01-31', [attack()]),
      report('Herald', '2031-01-31', [attack({ sources: ['v'] })]),
      report('Mirror', '2031-01-31', [attack({ sources: ['n', 'v'] })]),
    )
    const [cluster] = await l.clusters()
    const told = await l.corroboration(cluster!.id)
    expect(told.reports).toBe(6)
    expect(told.origins.map((o) => [o.records.length, o.reasons.map((r) => r.code)])).toEqual([
      [2, ['copy']],
      [4, expect.arrayContaining(['citing', 'same-speaker'])],
    ])
    const alone = cluster!.members[0]!.record
    const both = await l.corroborations([alone, cluster!.id])
    expect(both).toEqual([await l.corroboration(alone), told])
    expect(both[0]!.reports).toBe(1)
    await expect(l.corroborations([cluster!.id, NOBODY])).rejects.toMatchObject({ code: 'not-found' })
    const before = (await l.newest())!
    await l.ratePublisher('Post', { group: 'Harbour Media', reliability: 'B' }, WHO)
    await l.ratePublisher('Northern Press', { group: 'Harbour Media' }, WHO)
    expect((await l.corroboration(cluster!.id)).origins.length).toBe(1)
    // Whose the publishers are was not known then (L6).
    expect(await l.corroboration(cluster!.id, { known: before })).toEqual(told)
    expect((await l.publishers()).find((p) => p.name === 'Post')).toMatchObject({
      reliability: 'B',
      group: 'Harbour Media',
    })
    expect((await l.publishers()).find((p) => p.name === 'Herald')).toMatchObject({ reliability: null, group: null })
  })

  it('L11: a publisher has a name, and none is of a group without one', async () => {
    const l = await ledger()
    for (const name of ['', ' ', '--'])
      await expect(l.ratePublisher(name, { reliability: 'B' }, WHO)).rejects.toMatchObject({
        code: 'judgement-invalid',
      })
    expect(await l.publishers()).toEqual([])
    await add(l, report('Post', '2031-01-31', [killed(9)]), report('Strand', '2031-01-31', [killed(9)]))
    for (const name of ['Post', 'Strand']) await l.ratePublisher(name, { group: 'Harbour Media' }, WHO)
    for (const name of ['Post', 'Strand']) await l.ratePublisher(name, { group: '' }, WHO)
    expect((await l.publishers()).map((p) => p.group)).toEqual([null, null])
    expect((await l.corroboration((await l.clusters())[0]!.id)).origins).toHaveLength(2)
  })

  it('L12: contradictions are typed; a revised figure is a revision', async () => {
    const l = await ledger()
    await add(
      l,
      report('Post', '2031-01-31', [killed(9), attack()]),
      report('Strand', '2031-01-31', [killed(12), attack({ polarity: 'denied' })]),
    )
    await add(
      l,
      report('Gazette', '2031-02-01', [], {
        text: 'The toll was revised to 20.',
        records: [{ ...killed(20), words: 'toll was revised to 20' } as RecordSketch],
      }),
    )
    const found = await l.contradictions()
    expect(found.map((c) => [c.kind, c.type, c.reason.text]).sort()).toEqual([
      ['contradiction', 'number', '9 against 12'],
      ['contradiction', 'polarity', 'affirmed in one, denied in the other'],
      ['revision', 'number', '12 against 20'],
      ['revision', 'number', '9 against 20'],
    ])
    const number = found.find((c) => c.type === 'number')!
    expect([
      number.earlier.citation.publisher,
      number.later.citation.publisher,
      number.earlier.evidence.length,
    ]).toEqual(['Post', 'Strand', 1])
    await l.reject(found.find((c) => c.type === 'polarity')!.later.id, WHO)
    expect((await l.contradictions()).some((c) => c.type === 'polarity')).toBe(false)
  })

  it('L13: what seems to take the place of another is proposed, and nothing is changed', async () => {
    const l = await ledger()
    const deal = (status: string): Omit<RecordSketch, 'words'> => ({
      kind: 'agreement',
      name: 'Dremm Agreement',
      parties: ['f', 'c'],
      status,
    })
    await add(
      l,
      report('Post', '2031-01-31', [deal('agreed in principle')]),
      report('Strand', '2031-02-10', [deal('signed')]),
    )
    const [proposal, ...more] = await l.proposals()
    expect([proposal!.kind, proposal!.reason.text, proposal!.decided, more]).toEqual([
      'supersedes',
      '"agreed in principle", then "signed"',
      null,
      [],
    ])
    expect((await l.records({ kinds: ['agreement'] })).map((r) => r.subtype)).toEqual(['agreed in principle', 'signed'])
    await l.decide(proposal!.id, 'rejected', WHO)
    expect((await l.proposals())[0]!.decided).toBe('rejected')
    expect((await l.records({ kinds: ['agreement'] })).length).toBe(2)
  })

  it('L13: accepting ends the earlier relation on the day of the later one, and is taken back whole', async () => {
    const l = await ledger()
    const minister = (subject: string, over = {}): Omit<RecordSketch, 'words'> => ({
      ...{ kind: 'relation', predicate: 'holdsOffice', subject, object: 'c', role: 'defence minister' },
      ...over,
    })
    await add(
      l,
      report('Post', '2031-01-31', [minister('v')]),
      report('Strand', '2031-02-10', [minister('k', { when: ['2031-02-08', null] })], {
        actors: { ...ACTORS, k: ['Emil Korda', 'person'] },
      }),
    )
    const held = async (day: string, known?: string): Promise<string[]> =>
      (await l.records({ kinds: ['relation'], asOf: day, ...(known ? { known } : {}) })).flatMap((r) =>
        r.parts.filter((p) => p.part === 'subject').map((p) => p.name),
      )
    expect((await held('2031-02-20')).sort()).toEqual(['Emil Korda', 'Lena Vasko'])
    const [proposal] = await l.proposals()
    const decided = await l.decide(proposal!.id, 'accepted', WHO)
    expect(await held('2031-02-20')).toEqual(['Emil Korda'])
    expect(await held('2031-02-05')).toEqual(['Lena Vasko'])
    expect(await held('2031-01-05')).toEqual([])
    const before = new Date(Date.parse(decided.recordedAt) - 1).toISOString()
    expect((await held('2031-02-20', before)).length).toBe(2)
    const [vasko] = await l.records({ ids: [proposal!.first] })
    expect([vasko!.validFrom, vasko!.validTo, vasko!.review]).toEqual(['2031-01-31', '2031-02-08', 'proposed'])
    await expect(l.decide(proposal!.id, 'rejected', WHO)).rejects.toMatchObject({ code: 'judgement-invalid' })
    await l.undo(WHO)
    expect((await held('2031-02-20')).length).toBe(2)
    expect((await l.proposals())[0]!.decided).toBe(null)
    await l.decide(proposal!.id, 'rejected', WHO)
    expect((await held('2031-02-20')).length).toBe(2)
    expect(await l.doctor()).toEqual([])
  })

  it('L13: is proposed once for two facts however many reports tell them, and ends the earlier in all of them', async () => {
    const l = await ledger()
    const minister = (subject: string): Omit<RecordSketch, 'words'> => ({
      ...{ kind: 'relation', predicate: 'holdsOffice', subject, object: 'c', role: 'defence minister' },
    })
    const actors = { ...ACTORS, k: ['Emil Korda', 'person'] } as const
    const say = (publisher: string, day: string, subject: string) =>
      report(publisher, day, [minister(subject)], { actors })
    await add(l, say('Post', '2031-01-31', 'v'), say('Strand', '2031-02-01', 'v'))
    await add(l, say('Post', '2031-02-10', 'k'), say('Strand', '2031-02-11', 'k'), say('Wire', '2031-02-12', 'k'))
    const [proposal, ...more] = await l.proposals()
    expect(more).toEqual([])
    const open = async () =>
      (await l.records({ kinds: ['relation'], asOf: '2031-03-01' })).map(
        (r) => r.parts.find((p) => p.part === 'subject')!.name,
      )
    expect((await open()).filter((name) => name === 'Lena Vasko')).toHaveLength(2)
    const decided = await l.decide(proposal!.id, 'accepted', WHO)
    expect(decided.targets).toHaveLength(3)
    expect(await open()).toEqual(['Emil Korda', 'Emil Korda', 'Emil Korda'])
    await add(l, say('Gazette', '2031-02-14', 'k'))
    expect(await l.proposals()).toHaveLength(1)
    await l.undo(WHO)
    expect((await open()).filter((name) => name === 'Lena Vasko')).toHaveLength(2)
    expect(await l.doctor()).toEqual([])
  })

  it('L14: what people judged stays judged when the text is read again', async () => {
    const l = await ledger()
    const first = report('Post', '2031-01-31', [attack(), killed(9)])
    await l.addReading(first)
    const [event] = await l.records({ kinds: ['event'] })
    const [estimate] = await l.records({ kinds: ['estimate'] })
    await l.reject(event!.id, WHO)
    await l.correct(estimate!.id, { fields: { low: 10, high: 10 } }, WHO)
    const again = { ...first, reader: { ...first.reader, version: '2' } }
    expect(await l.addReading(again, { reread: true })).toMatchObject({ outcome: 'reread', added: 0, retracted: 0 })
    expect(await l.records({ kinds: ['event'] })).toEqual([])
    expect((await l.records({ retracted: true, kinds: ['event'] })).map((r) => r.review)).toEqual(['rejected'])
    expect((await l.records()).map((r) => [r.record.kind === 'estimate' && r.record.low, r.review])).toEqual([
      [10, 'corrected'],
    ])
    await expect(l.correct(estimate!.id, { fields: { kind: 'event' } }, WHO)).rejects.toMatchObject({
      code: 'judgement-invalid',
    })
  })
})
