import { expect, it } from 'vitest'
import type { HeldRecord } from '../../src/ledger.ts'
import { makeReading, type Report } from './make.ts'
import { onBothStores } from './stores.ts'

const ACTORS = { a: ['Arendia', 'state'], b: ['Borland', 'state'], k: ['Emil Korda', 'person'] } as const

const FIRST: Report = {
  text: 'Arendia joined the Coastal Pact. Emil Korda met envoys of Borland.',
  publisher: 'Orsk Evening Post',
  url: 'https://orsk.example/arendia-joins',
  publishedAt: '2031-02-07',
  actors: ACTORS,
  // Not in the order of the text.
  records: [
    { kind: 'event', words: 'Emil Korda met envoys of Borland', type: 'CONSULT', actors: ['k'], recipients: ['b'] },
    { kind: 'event', words: 'Arendia joined the Coastal Pact', type: 'COOPERATE', actors: ['a'] },
  ],
}
const SECOND: Report = {
  ...FIRST,
  text: 'Corrected. Emil Korda met envoys of Borland. Borland said nothing.',
  actors: { b: ACTORS.b, k: ACTORS.k },
  records: [FIRST.records[0]!, { kind: 'statement', words: 'Borland said nothing', speaker: 'b' }],
}

const words = (records: readonly HeldRecord[]): string[] => records.map((r) => r.evidence[0]!.words)

onBothStores('a version as it is read', ({ ledger, clock }) => {
  it('L21: has its records in order of place, with its own text, actors and spans', async () => {
    const l = await ledger()
    clock.set('2031-02-07T10:00:00Z')
    const { document } = await l.addReading(makeReading(FIRST))
    clock.set('2031-02-09T10:00:00Z')
    await l.addReading(makeReading(SECOND))

    const newest = await l.reading(document)
    expect([newest.version, newest.document.version, newest.document.text]).toEqual([2, 2, SECOND.text])
    expect(words(newest.records)).toEqual(['Emil Korda met envoys of Borland', 'Borland said nothing'])
    expect(newest.actors.map((a) => [a.name, a.type])).toEqual([
      ['Emil Korda', 'person'],
      ['Borland', 'state'],
    ])

    const first = await l.reading(document, { version: 1 })
    expect([first.version, first.document.text]).toEqual([1, FIRST.text])
    expect(first.document.versions.map((v) => v.number)).toEqual([1, 2])
    expect(words(first.records)).toEqual(['Arendia joined the Coastal Pact', 'Emil Korda met envoys of Borland'])
    expect(first.actors.map((a) => a.name)).toEqual(['Arendia', 'Emil Korda', 'Borland'])

    for (const { document: held, records, actors } of [newest, first]) {
      for (const { start, end, words: said } of records.flatMap((r) => r.evidence))
        expect(held.text.slice(start, end)).toBe(said)
      for (const { name, mentions } of actors)
        expect(mentions.map(({ start, end }) => held.text.slice(start, end))).toEqual([name])
      const named = new Set(actors.map((a) => a.id))
      for (const { actor } of records.flatMap((r) => r.parts)) expect(named).toContain(actor)
    }
  })

  it('L21: is asked for as known on a day, and knows nothing of what came later', async () => {
    const l = await ledger()
    clock.set('2031-02-07T10:00:00Z')
    const { document } = await l.addReading(makeReading(FIRST))
    clock.set('2031-02-09T10:00:00Z')
    await l.addReading(makeReading(SECOND))
    clock.set('2031-02-10T10:00:00Z')
    const [korda] = (await l.reading(document)).records
    await l.reject(korda!.id, { by: 'T. Maro', why: 'misread' })

    expect(words((await l.reading(document)).records)).toEqual(['Borland said nothing'])
    expect(words((await l.reading(document, { known: '2031-02-09' })).records)).toHaveLength(2)
    const then = await l.reading(document, { known: '2031-02-08' })
    expect([then.version, then.document.versions.length]).toEqual([1, 1])
    const missing = { code: 'not-found' }
    await expect(l.reading(document, { known: '2031-02-08', version: 2 })).rejects.toMatchObject(missing)
    await expect(l.reading(document, { known: '2031-02-06' })).rejects.toMatchObject(missing)
    await expect(l.reading(document, { version: 3 })).rejects.toMatchObject(missing)
    await expect(l.reading('01a20776-4f81-7000-b236-1776c66f2fb6')).rejects.toMatchObject(missing)
  })

  it('L21: names merged actors once, with all their mentions', async () => {
    const l = await ledger()
    const { document } = await l.addReading(makeReading(FIRST))
    const { actors } = await l.reading(document)
    const [arendia, , borland] = actors
    await l.merge(arendia!.id, borland!.id, { by: 'T. Maro', why: 'one state since the union' })
    const merged = (await l.reading(document)).actors
    expect(merged.map((a) => a.mentions.length)).toEqual([2, 1])
    expect(merged[0]).toMatchObject({ id: arendia!.id, name: 'Arendia' })
  })
})
