import { expect, it } from 'vitest'
import { makeReading, type RecordSketch } from './make.ts'
import { onBothStores } from './stores.ts'

const ACTORS = {
  a: ['Arendia', 'state'],
  v: ['Lena Vasko', 'person'],
  s: ['Ruta Selin', 'person'],
  d: ['Daily Strand', 'media'],
} as const
const WHO = { by: 'editor', why: 'checked' }

const reading = (text: string, publishedAt: string | undefined, ...records: RecordSketch[]) =>
  makeReading({
    text,
    url: `https://strand.example/${text.length}`,
    publisher: 'Daily Strand',
    ...(publishedAt ? { publishedAt } : {}),
    actors: ACTORS,
    records,
  })

const office = (words: string, subject: string, when?: unknown, over = {}): RecordSketch => ({
  kind: 'relation',
  words,
  predicate: 'holdsOffice',
  subject,
  object: 'a',
  role: 'governor',
  when,
  ...over,
})

const archived = (text: string) => makeReading({ text, actors: {}, records: [] })

onBothStores('two times', ({ ledger, clock }) => {
  it('L5: an office is held on the days of its interval, open ends included', async () => {
    const l = await ledger()
    await l.addReading(
      reading(
        'Vasko governed Arendia. Selin governs.',
        '2031-02-07',
        office('Vasko governed', 'v', ['2027-01-01', '2030-06-30']),
        office('Selin governs', 's', ['2030-07-01', null]),
      ),
    )
    const held = async (asOf: string) =>
      (await l.records({ asOf })).map((r) => r.parts.find((p) => p.part === 'subject')!.name)
    expect(await held('2026-12-31')).toEqual([])
    expect(await held('2027-01-01')).toEqual(['Lena Vasko'])
    expect(await held('2030-06-30')).toEqual(['Lena Vasko'])
    expect(await held('2030-07-01')).toEqual(['Ruta Selin'])
    expect(await held('2099-01-01')).toEqual(['Ruta Selin'])
  })

  it('L5: what is not dated stays undated, and counts from the day it was published', async () => {
    const l = await ledger()
    await l.addReading(reading('Selin governs Arendia.', '2031-02-07', office('Selin governs', 's')))
    await l.addReading(
      reading('Vasko, the former governor.', '2031-02-07', office('former governor', 'v', undefined, { ended: true })),
    )
    expect(await l.records({ asOf: '2031-02-06' })).toEqual([])
    const [record, ...more] = await l.records({ asOf: '2031-02-07' })
    expect([record!.dated, record!.validFrom, record!.validTo, more.length]).toEqual([false, null, null, 0])
    expect(await l.records({ undated: false })).toEqual([])
  })

  it('L5: events are asked by what had begun', async () => {
    const l = await ledger()
    const event: RecordSketch = {
      kind: 'event',
      words: 'Arendia mobilised',
      type: 'MOBILIZE',
      actors: ['a'],
      when: ['2031-02-03', '2031-02-05'],
    }
    await l.addReading(reading('Arendia mobilised.', '2031-02-07', event))
    const count = async (query: object) => (await l.records(query)).length
    expect([
      await count({ asOf: '2031-02-02' }),
      await count({ asOf: '2031-02-03' }),
      await count({ asOf: '2032-01-01' }),
    ]).toEqual([0, 1, 1])
    expect([
      await count({ since: '2031-02-05' }),
      await count({ since: '2031-02-06' }),
      await count({ until: '2031-02-02' }),
    ]).toEqual([1, 0, 0])
  })

  it('L6: what was known on a day does not change afterwards', async () => {
    const l = await ledger()
    clock.set('2031-02-07T10:00:00Z')
    await l.addReading(reading('Selin governs Arendia.', '2031-02-07', office('Selin governs', 's')))
    const before = await l.records({ known: '2031-02-07' })
    clock.set('2031-02-08T10:00:00Z')
    await l.correct(before[0]!.id, { validFrom: '2030-07-01', certainty: 'probable' }, WHO)
    clock.set('2031-02-09T10:00:00Z')
    await l.retract(before[0]!.id, WHO)
    expect(await l.records({ known: '2031-02-06' })).toEqual([])
    expect(await l.records({ known: '2031-02-07' })).toEqual(before)
    expect((await l.records({ known: '2031-02-08' })).map((r) => [r.validFrom, r.record.certainty, r.review])).toEqual([
      ['2030-07-01', 'probable', 'corrected'],
    ])
    expect(await l.records()).toEqual([])
  })

  it.each(['2031-02-30', '2031-02-30T10:00:00Z', 'draft 7', '7', ''])(
    'L5, L6: refuses "%s" as a time, by name',
    async (text) => {
      const l = await ledger()
      const refused = { code: 'date-invalid', message: `"${text}" is not a date: write YYYY-MM-DD` }
      for (const query of [{ known: text }, { asOf: text }, { since: text }, { until: text }, { recordedSince: text }])
        await expect(l.records(query)).rejects.toMatchObject(refused)
    },
  )

  it('L7: a page that has no size or no place is refused', async () => {
    const l = await ledger()
    for (const page of [
      { limit: -1 },
      { limit: 1.5 },
      { offset: -1 },
      { limit: Number.NaN },
      { limit: '2' as never },
    ]) {
      const inDays = l.records({ ...page, since: '2031-01-01' })
      const asked = [l.records(page), inDays, l.documents(page), l.actors(page), l.contradictions(page)]
      for (const answer of await Promise.allSettled([...asked, l.clusters(page), l.find('raid', page)]))
        expect(answer).toMatchObject({ reason: { code: 'usage' } })
    }
    expect(await l.records({ limit: 0 })).toEqual([])
  })

  it('L6: recorded times never go back, though the clock does', async () => {
    const l = await ledger()
    clock.set('2031-02-07T10:00:00Z')
    await l.addReading(reading('Selin governs Arendia.', '2031-02-07', office('Selin governs', 's')))
    clock.set('2030-01-01T00:00:00Z')
    await l.addReading(reading('Vasko governed Arendia once.', '2031-02-07', office('Vasko governed', 'v')))
    const times = (await l.records({ order: 'recorded' })).map((r) => r.recordedAt)
    expect(times).toEqual(
      ['2031-02-07T10:00:00.000Z', '2031-02-07T10:00:00.001Z'].map((t) => expect.stringMatching(t.slice(0, 20))),
    )
    expect(times[0]! < times[1]!).toBe(true)
  })

  it('L7: filters by actor, part, source, words, certainty and score', async () => {
    const l = await ledger()
    const told: RecordSketch = {
      kind: 'statement',
      words: 'Vasko warned of curfews',
      act: 'warn',
      speaker: 'v',
      sources: ['d'],
      certainty: 'possible',
      score: 0.6,
    }
    await l.addReading(
      reading('Vasko warned of curfews. Selin governs Arendia.', '2031-02-07', told, office('Selin governs', 's')),
    )
    const [vasko] = await l.actors({ name: 'lena vasko' })
    const [strand] = await l.actors({ name: 'DAILY STRAND' })
    const kinds = async (query: object) => (await l.records(query)).map((r) => r.kind)
    expect(await kinds({ actors: [vasko!.id] })).toEqual(['statement'])
    expect(await kinds({ actors: [vasko!.id], parts: ['subject'] })).toEqual([])
    expect(await kinds({ sources: [strand!.id] })).toEqual(['statement'])
    expect(await kinds({ text: 'curfew' })).toEqual(['statement'])
    expect(await kinds({ certainty: ['certain'] })).toEqual(['relation'])
    expect(await kinds({ minScore: 0.5, kinds: ['statement'] })).toEqual(['statement'])
    // The relation has no score.
    expect(await kinds({ minScore: 0.7 })).toEqual(['relation'])
    expect(await kinds({ publishers: ['Daily Strand'], kinds: ['relation'], subtypes: ['holdsOffice'] })).toEqual([
      'relation',
    ])
    expect(await kinds({ publishers: ['DAILY strand'], kinds: ['relation'] })).toEqual(['relation'])
    expect(await kinds({ publishers: ['Daily Strands'] })).toEqual([])
    expect(await kinds({ publishers: [] })).toEqual([])
    expect(await kinds({ actors: [] })).toEqual([])
    await expect(l.records({ asOf: 'yesterday' })).rejects.toMatchObject({ code: 'date-invalid' })
    const [statement] = await l.records({ kinds: ['statement'] })
    expect(statement!.record).toMatchObject({ speaker: vasko!.id, sources: [strand!.id] })
  })

  it('L7: a record in which an actor stands in two parts is one, and a page counts records', async () => {
    const l = await ledger()
    const warns = (words: string): RecordSketch => ({
      ...{ kind: 'statement', words, act: 'warn', speaker: 'v', sources: ['v'], hearers: ['s'] },
    })
    await l.addReading(
      reading('Vasko warned Selin. Vasko wrote to Selin.', '2031-02-07', warns('Vasko warned'), warns('Vasko wrote')),
    )
    const idOf = async (name: string) => (await l.actors({ name }))[0]!.id
    const [vasko, selin] = [await idOf('lena vasko'), await idOf('ruta selin')]
    const words = async (query: object) => (await l.records(query)).map((r) => r.evidence[0]!.words)
    for (const descending of [false, true]) {
      const all = await words({ descending })
      expect(all.toSorted()).toEqual(['Vasko warned', 'Vasko wrote'])
      expect(await words({ actors: [vasko], descending })).toEqual(all)
      expect(await words({ actors: [vasko, selin], descending })).toEqual(all)
      expect(await words({ actors: [vasko], descending, limit: 1 })).toEqual(all.slice(0, 1))
      expect(await words({ actors: [vasko], descending, limit: 1, offset: 1 })).toEqual(all.slice(1))
      expect(await words({ actors: [vasko], parts: ['source'], descending })).toEqual(all)
    }
  })

  it('L6: a report of an archive is recorded as of an earlier moment, never before the last write', async () => {
    const l = await ledger()
    clock.set('2031-06-01T00:00:00Z')
    const at = async (recordedAt: string, text: string) => {
      const { document } = await l.addReading(archived(text), { recordedAt })
      return (await l.documents({ ids: [document] }))[0]!.recordedAt
    }
    expect(await at('2031-02-07T18:00:00Z', 'One.')).toBe('2031-02-07T18:00:00.000Z')
    expect(await at('2031-02-06T18:00:00Z', 'Two.')).toBe('2031-02-07T18:00:00.001Z')
    expect((await at('2040-01-01T00:00:00Z', 'Three.')).slice(0, 10)).toBe('2031-06-01')
    expect((await at('2031-03-01T00:00:00Z', 'Four.')).slice(0, 10)).toBe('2031-06-01')
    expect(await l.count({ known: '2031-02-08' })).toMatchObject({ documents: 0 })
    expect((await l.documents({ known: '2031-02-08' })).map((d) => d.text)).toEqual(['One.', 'Two.'])
    await expect(at('the day before', 'Five.')).rejects.toMatchObject({ code: 'date-invalid' })
    expect(await l.doctor()).toEqual([])
  })
})
