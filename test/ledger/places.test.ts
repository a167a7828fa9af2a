import { expect, it } from 'vitest'
import { places } from '../../src/6-answer/index.ts'
import { createPlaceFinder } from '../../src/read.ts'
import { makeReading } from './make.ts'
import { onBothStores } from './stores.ts'

const finder = createPlaceFinder()
const WHO = { by: 'T. Maro', why: 'on the map of the survey' }
const KHELM = { lat: 41.25, lon: -3.5 }

const READING = makeReading({
  text: 'Arendia met Borland in Vienna. Arendia attacked Borland in Khelm. Borland met Arendia in Khelm. Arendia met Borland.',
  publisher: 'Orsk Evening Post',
  publishedAt: '2031-02-07',
  actors: {
    a: ['Arendia', 'state'],
    b: ['Borland', 'state'],
    v: ['Vienna', 'place', [], { geonames: '2761369', iso3: 'AUT' }],
    k: ['Khelm', 'place'],
  },
  records: [
    {
      kind: 'event',
      words: 'Arendia met Borland in Vienna',
      actors: ['a'],
      recipients: ['b'],
      place: 'v',
      when: '2031-02-01',
    },
    {
      kind: 'event',
      words: 'attacked Borland in Khelm',
      type: 'ASSAULT',
      actors: ['a'],
      place: 'k',
      when: '2031-02-03',
    },
    { kind: 'event', words: 'Borland met Arendia in Khelm', actors: ['b'], place: 'k', when: '2031-02-02' },
    { kind: 'event', words: 'Arendia met Borland.', actors: ['a'], recipients: ['b'], when: '2031-02-04' },
  ],
})

onBothStores('places', ({ ledger, clock }) => {
  it('have what happened there, and where they lie where a gazetteer says so', async () => {
    const l = await ledger()
    await l.addReading(READING)
    const { rows } = await places(l, finder)
    expect(rows.map((r) => [r.place.name, r.by, r.country, r.happenings.map((h) => h.when.from)])).toEqual([
      ['Khelm', null, null, ['2031-02-02', '2031-02-03']],
      ['Vienna', 'city', 'AUT', ['2031-02-01']],
    ])
    expect(rows[0]!.position).toBeNull()
    expect(rows[1]!.position!.lat).toBeCloseTo(48.2, 1)
    const early = await places(l, finder, { until: '2031-02-02', limit: 1 }, { types: ['CONSULT'] })
    expect([early.rows.length, early.leftOff, early.rows[0]!.happenings.length]).toEqual([1, 1, 1])
    expect((await places(l, finder, { since: '2031-02-04' })).none).toMatchObject({ code: 'nothing' })
  })

  it('L22: are placed by hand; the newest word as known counts', async () => {
    const l = await ledger()
    clock.set('2031-02-08T10:00:00Z')
    await l.addReading(READING)
    const khelm = (await places(l, finder)).rows[0]!.place.id
    const at = async (known?: string) => {
      const row = (await places(l, finder, known === undefined ? {} : { known })).rows.find(
        (r) => r.place.id === khelm,
      )!
      return [row.by, row.position]
    }
    clock.set('2031-02-10T10:00:00Z')
    const placed = await l.placeActor(khelm, { lat: 0, lon: 0 }, WHO)
    expect(placed).toMatchObject({ actor: khelm, position: { lat: 0, lon: 0 }, ...WHO })
    clock.set('2031-02-11T10:00:00Z')
    await l.placeActor(khelm, KHELM, WHO)
    expect(await at()).toEqual(['hand', KHELM])
    expect(await at('2031-02-10')).toEqual(['hand', { lat: 0, lon: 0 }])
    expect(await at('2031-02-09')).toEqual([null, null])
    clock.set('2031-02-12T10:00:00Z')
    await l.placeActor(khelm, null, WHO)
    expect(await at()).toEqual([null, null])
    expect(await l.positions('2031-02-09')).toEqual([])
    expect(await l.positions()).toMatchObject([{ actor: khelm, position: null, by: 'T. Maro' }])
    expect(await l.doctor()).toEqual([])
  })

  it('L22: of merged actors the newest on any of them counts', async () => {
    const l = await ledger()
    await l.addReading(READING)
    const [khelm, vienna] = (await places(l, finder)).rows.map((r) => r.place.id)
    await l.placeActor(khelm!, KHELM, WHO)
    await l.merge(vienna!, khelm!, WHO)
    expect((await places(l, finder)).rows).toMatchObject([{ place: { id: vienna }, by: 'hand', position: KHELM }])
    await l.placeActor(khelm!, { lat: 1, lon: 2 }, WHO)
    expect((await l.positions()).map((p) => [p.actor, p.position])).toEqual([[vienna, { lat: 1, lon: 2 }]])
  })

  it('L22: refuses what is nowhere on earth, and who is not in the ledger', async () => {
    const l = await ledger()
    await l.addReading(READING)
    const khelm = (await places(l, finder)).rows[0]!.place.id
    for (const [lat, lon] of [
      [91, 0],
      [0, -180.5],
      [Number.NaN, 0],
      [0, Number.POSITIVE_INFINITY],
    ] as const)
      await expect(l.placeActor(khelm, { lat, lon }, WHO)).rejects.toMatchObject({ code: 'judgement-invalid' })
    await expect(l.placeActor('01a20776-4f81-7000-b236-1776c66f2fb6', KHELM, WHO)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await l.positions()).toEqual([])
  })
})
