import { expect, it } from 'vitest'
import type { Told } from '../../src/ledger.ts'
import { makeReading, type Report } from './make.ts'
import { onBothStores } from './stores.ts'

const ACTORS = { a: ['Arendia', 'state'], b: ['Borland', 'state'], k: ['Emil Korda', 'person'] } as const

const report = (over: Partial<Report> = {}): Report => ({
  text: 'Arendia joined the Coastal Pact on Monday. Emil Korda met the envoys of Borland.',
  publisher: 'Orsk Evening Post',
  title: 'Arendia joins',
  url: 'https://orsk.example/arendia-joins?utm_source=feed',
  publishedAt: '2031-02-07',
  actors: ACTORS,
  records: [
    {
      kind: 'event',
      words: 'Arendia joined the Coastal Pact on Monday',
      type: 'COOPERATE',
      actors: ['a'],
      when: '2031-02-03',
    },
    { kind: 'event', words: 'Emil Korda met the envoys of Borland', type: 'CONSULT', actors: ['k'], recipients: ['b'] },
  ],
  ...over,
})

onBothStores('documents', ({ ledger, clock }) => {
  it('L1: the same text twice is nothing new', async () => {
    const l = await ledger()
    const first = await l.addReading(makeReading(report()))
    const again = await l.addReading(makeReading(report()))
    expect([first.outcome, first.added, again.outcome, again.document]).toEqual(['new', 2, 'same', first.document])
    expect(await l.count()).toEqual({ records: 2, documents: 1, happenings: 2 })
    expect(await l.doctor()).toEqual([])
  })

  it('L1: what is held as it is can be told without reading it, and nothing else can', async () => {
    const l = await ledger()
    const first = await l.addReading(makeReading(report()), { sourceId: 'a1' })
    const { text, title, publisher, url } = makeReading(report()).document as Required<Told>
    const same = { ...first, outcome: 'same', added: 0 }
    expect(await l.holds({ text, title, publisher, url })).toEqual(same)
    expect(await l.holds({ text, publisher })).toEqual(same)
    expect(await l.holds({ text: 'Other words.', publisher }, { sourceId: 'a1' })).toBeNull()
    expect(await l.holds({ text, publisher: 'Lissan Post' })).toBeNull()
    await l.addReading(makeReading(report({ text: `${text} Borland said nothing.` })))
    expect(await l.holds({ text, title, publisher, url })).toBeNull()
    expect(await l.holds({ text: `${text} Borland said nothing.`, url })).toMatchObject({ version: 2 })
  })

  it('L1: a former version told again as of its day is nothing new; an article that goes back to it is a new version', async () => {
    const l = await ledger()
    const text = 'Arendia has not joined the Coastal Pact.'
    const former = makeReading(report())
    const edited = makeReading(report({ text, publishedAt: '2031-02-08', records: [] }))
    for (const reading of [former, edited]) await l.addReading(reading)
    const count = await l.count()
    const held = await l.holds(former.document)
    expect(held).toMatchObject({ outcome: 'same', version: 1 })
    for (const provenance of [{}, { reread: true }]) {
      expect(await l.addReading(former, provenance)).toEqual(held)
      expect((await l.addReading(edited, provenance)).outcome).toBe('same')
    }
    expect(await l.count()).toEqual(count)
    const back = makeReading(report({ publishedAt: '2031-02-08' }))
    expect(await l.holds(back.document)).toBeNull()
    expect(await l.addReading(back)).toMatchObject({ outcome: 'version', version: 3 })
    expect(await l.doctor()).toEqual([])
  })

  it('L2: a changed article is a new version: what stays is anchored again, what is gone is retracted that day', async () => {
    const l = await ledger()
    clock.set('2031-02-07T10:00:00Z')
    const first = await l.addReading(makeReading(report()))
    clock.set('2031-02-09T10:00:00Z')
    const text = 'Corrected. Emil Korda met the envoys of Borland. Borland said nothing.'
    const changed = report({
      text,
      url: 'https://www.orsk.example/arendia-joins/#top',
      records: [report().records[1]!, { kind: 'statement', words: 'Borland said nothing', speaker: 'b' }],
    })
    const second = await l.addReading(makeReading(changed))
    expect(second).toEqual({
      outcome: 'version',
      document: first.document,
      version: 2,
      added: 1,
      kept: 1,
      retracted: 1,
    })
    const now = await l.records()
    expect(now.map((r) => [r.kind, r.citation.version, r.evidence[0]!.words]).sort()).toEqual([
      ['event', 2, 'Emil Korda met the envoys of Borland'],
      ['statement', 2, 'Borland said nothing'],
    ])
    const [document] = await l.documents()
    for (const r of now) for (const q of r.evidence) expect(document!.text.slice(q.start, q.end)).toBe(q.words)
    const before = await l.records({ known: '2031-02-08' })
    expect(before.map((r) => [r.evidence[0]!.words, r.citation.version, r.retractedAt]).sort()).toEqual([
      ['Arendia joined the Coastal Pact on Monday', 1, null],
      ['Emil Korda met the envoys of Borland', 1, null],
    ])
    const [gone] = (await l.records({ retracted: true })).filter((r) => r.retractedAt !== null)
    expect([gone!.evidence[0]!.words, gone!.retractedWhy, gone!.retractedAt!.slice(0, 10)]).toEqual([
      'Arendia joined the Coastal Pact on Monday',
      'sentence gone in version 2',
      '2031-02-09',
    ])
    expect(document!.versions[1]!.changes.map((c) => [c.removed.trim(), c.added.trim()])).toEqual([
      ['Arendia joined the Coastal Pact on Monday.', 'Corrected.'],
      ['', 'Borland said nothing.'],
    ])
    expect(await l.doctor()).toEqual([])
  })

  it('L2: days are told once each: of publication, and on which a version came in', async () => {
    const l = await ledger()
    expect(await l.days()).toEqual({ published: [], recorded: [] })
    for (const [text, publishedAt, at] of [
      ['Lena Vasko met Emil Korda.', '2031-02-07', '2031-02-09T23:30:00Z'],
      ['Emil Korda met envoys.', '2031-02-05', '2031-02-09T23:45:00Z'],
      ['Envoys met.', '2031-02-07', '2031-02-10T00:15:00Z'],
      ['Nobody met.', undefined, '2031-02-12T12:00:00Z'],
    ] as const) {
      clock.set(at)
      await l.addReading(makeReading({ text, ...(publishedAt ? { publishedAt } : {}), actors: {}, records: [] }))
    }
    expect(await l.days()).toEqual({
      published: ['2031-02-05', '2031-02-07'],
      recorded: ['2031-02-09', '2031-02-10', '2031-02-12'],
    })
  })

  it('L2: a text that is taken back to a former one is a third version', async () => {
    const l = await ledger()
    await l.addReading(makeReading(report()))
    await l.addReading(makeReading(report({ text: `${report().text} More follows.` })))
    const third = await l.addReading(makeReading(report()))
    expect([third.outcome, third.version, third.kept, third.retracted]).toEqual(['version', 3, 2, 0])
  })

  it('L2: a title that recurs over another text is another document', async () => {
    const l = await ledger()
    const { url: _, ...bare } = report()
    await l.addReading(makeReading(bare))
    const other = await l.addReading(
      makeReading({
        ...bare,
        text: 'Tolls on the northern strait will rise in spring, the port authority of Orsk told traders.',
        records: [],
      }),
    )
    expect(other.outcome).toBe('new')
  })

  it('L3: another reader reads the same text again; the former reading stays, known at its time', async () => {
    const l = await ledger()
    clock.set('2031-02-07T10:00:00Z')
    await l.addReading(makeReading(report()))
    clock.set('2031-03-01T10:00:00Z')
    const newer = makeReading(
      report({ reader: '2', records: [report().records[0]!, { ...report().records[1]!, certainty: 'probable' }] }),
    )
    expect((await l.addReading(newer)).outcome).toBe('same')
    expect(await l.addReading(newer, { reread: true })).toMatchObject({
      outcome: 'reread',
      added: 1,
      kept: 1,
      retracted: 1,
    })
    expect((await l.addReading(newer, { reread: true })).outcome).toBe('same')
    expect((await l.records({ kinds: ['event'], subtypes: ['CONSULT'] })).map((r) => r.record.certainty)).toEqual([
      'probable',
    ])
    expect((await l.records({ subtypes: ['CONSULT'], known: '2031-02-20' })).map((r) => r.record.certainty)).toEqual([
      'certain',
    ])
    const [document] = await l.documents()
    expect(document!.readings.map((r) => [r.reader.version, r.replacedAt === null])).toEqual([
      ['1', false],
      ['2', true],
    ])
  })

  it('L4: why people judged is held without NUL, whatever they judged', async () => {
    const l = await ledger()
    await l.addReading(makeReading(report()))
    const [met] = await l.records()
    const who = { by: 'editor', why: 'so\0so' }
    await l.accept(met!.id, who)
    await l.retract(met!.id, who)
    await l.undo(who)
    await l.reject(met!.id, who)
    expect((await l.judgements()).map((j) => j.why)).toEqual(Array(4).fill('so\uFFFDso'))
  })

  it('L4: text that no database holds is held with every span in its place', async () => {
    const l = await ledger()
    const text = 'A\0B \uD800 Arendia joined.'
    await l.addReading(
      makeReading(report({ text, records: [{ kind: 'event', words: 'Arendia joined', actors: ['a'] }] })),
    )
    const [record] = await l.records()
    const [document] = await l.documents()
    expect(record!.evidence[0]).toMatchObject({ start: text.indexOf('Arendia'), words: 'Arendia joined' })
    expect(document!.text).toBe('A\uFFFDB \uFFFD Arendia joined.')
    expect((await l.addReading(makeReading(report({ text, records: [] })))).outcome).toBe('same')
  })

  it('L26: reports are found by the words of their newest title and text, with where they stand', async () => {
    const l = await ledger()
    const add = (text: string, over: object) => l.addReading(makeReading({ text, actors: {}, records: [], ...over }))
    clock.set('2031-02-01T10:00:00Z')
    await add('Raiders took a <b>ferry</b> & two ferries.', { url: 'https://x.example/f', title: 'Ferry taken' })
    await add('Nothing sails in 100% fog_bank.', { url: 'https://x.example/g', publisher: 'Coast Post' })
    clock.set('2031-02-05T10:00:00Z')
    await add('Raiders took a barge & two ferries.', { url: 'https://x.example/f', title: 'Barge taken' })
    const [found, ...others] = await l.find('ferry')
    const words = ({ start, end }: { start: number; end: number }) => found!.document.text.slice(start, end)
    expect([others, found!.inTitle, found!.inText.map(words), found!.document.version]).toEqual([
      [],
      [],
      ['ferries'],
      2,
    ])
    const then = (await l.find('ferries taken', { known: '2031-02-02' }))[0]!
    expect([then.document.version, then.inTitle]).toEqual([
      1,
      [
        { start: 0, end: 5 },
        { start: 6, end: 11 },
      ],
    ])
    expect(await l.find('fog', { publishers: ['coast post'] })).toHaveLength(1)
    expect(await l.find('fog', { publishers: ['Ferry Post'] })).toEqual([])
    expect(await l.find('ferry -barge')).toEqual([])
  })

  it('L26: a report of any length is kept, and found by its beginning', async () => {
    const l = await ledger()
    const long = Array.from({ length: 180_000 }, (_, k) => `word${k}`).join(' ')
    await l.addReading(makeReading({ text: `Kestrels rose. ${long}`, actors: {}, records: [] }))
    expect(await l.find('kestrel')).toHaveLength(1)
  })
})
