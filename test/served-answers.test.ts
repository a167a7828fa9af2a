import { beforeAll, expect, it } from 'vitest'
import { type Question, timeline } from '../src/6-answer/index.ts'
import { type Ledger, openLedger } from '../src/ledger.ts'
import { writeCursor } from '../src/shells/service/cursor.ts'
import { FinishedAnswers } from '../src/shells/service/finished.ts'
import { type Asked, answerAt, pageOf, placeOf, tagOf } from '../src/shells/service/paged.ts'
import { makeReading } from './ledger/make.ts'
import { onBothStores } from './ledger/stores.ts'

const WHO = { by: 'editor', why: 'checked' }

const report = (n: number) =>
  makeReading({
    text: `Arendia met Borland on the salt road for the ${n}th time.`,
    url: `https://strand.example/${n}`,
    publisher: 'Daily Strand',
    publishedAt: '2031-02-07',
    actors: { a: ['Arendia', 'state'], b: ['Borland', 'state'] },
    records: [
      {
        kind: 'event',
        words: 'Arendia met Borland',
        type: 'CONSULT',
        actors: ['a'],
        recipients: ['b'],
        when: `2031-01-${String(10 + n)}`,
      },
    ],
  })

/** The timeline as the server asks for it, with a count of how often it was made. */
function holdingOf(ledger: Ledger, room?: number) {
  const holding = { ledger, answers: new FinishedAnswers(room) }
  let made = 0
  const askedOf = (question: Question): Asked => ({
    name: 'timeline',
    question,
    options: {},
    ask: (q) => {
      made++
      return timeline(ledger, q)
    },
  })
  const page = (question: Question = {}, cursor?: string, limit = 100) =>
    pageOf<{ readonly id: string }>(holding, askedOf(question), { limit, cursor })
  const tag = async (question: Question = {}) =>
    tagOf(holding, await placeOf(holding, askedOf(question), { limit: 100 }), 'json')
  return { holding, askedOf, page, tag, made: () => made }
}

onBothStores('answers that are served', ({ ledger, clock, store, place }) => {
  // Opening a database takes long where much else is done on the machine.
  beforeAll(async () => void (await ledger()), 120_000)

  it('are made once for as long as nothing is written, also for those who ask at once', async () => {
    const l = await ledger()
    await l.addReading(report(1))
    const { page, tag, made } = holdingOf(l)
    const pages = await Promise.all(Array.from({ length: 8 }, () => page()))
    expect(new Set(pages.map((p) => JSON.stringify(p))).size).toBe(1)
    expect(pages[0]!.rows).toHaveLength(1)
    const before = await tag()
    expect((await l.addReading(report(1))).outcome).toBe('same')
    await page()
    expect([made(), await tag()]).toEqual([1, before])
    await page({ about: ['Arendia'] })
    expect(made()).toBe(2)
  })

  it('are made anew after every kind of write', async () => {
    const l = await ledger()
    await l.addReading(report(1))
    const { page, tag } = holdingOf(l)
    const count = async (): Promise<number> => (await page()).rows.length
    const tags = [await tag()]
    const writes: readonly [() => Promise<unknown>, number][] = [
      [() => l.addReading(report(2)), 2],
      [async () => l.reject((await l.records({ limit: 1 }))[0]!.id, WHO), 1],
      [() => l.undo(WHO), 2],
      [() => l.ratePublisher('Daily Strand', { reliability: 'B' }, WHO), 2],
    ]
    expect(await count()).toBe(1)
    for (const [write, rows] of writes) {
      await write()
      expect(await count()).toBe(rows)
      tags.push(await tag())
    }
    expect(new Set(tags).size).toBe(tags.length)
  })

  it.skipIf(store === 'PGlite')('are made anew when another process has written', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => openLedger(place(), { clock: clock.read })))
    const [l, same] = await Promise.all([one!, other!].map((opened) => opened.named('shared')))
    const { page } = holdingOf(l!)
    expect((await page()).none).toMatchObject({ code: 'empty' })
    await same!.addReading(report(1))
    expect((await page()).rows).toHaveLength(1)
    const [record] = await same!.records({})
    await same!.retract(record!.id, WHO)
    expect((await page()).rows).toHaveLength(0)
    await same!.undo(WHO)
    expect((await page()).rows).toHaveLength(1)
    await Promise.all([one!.close(), other!.close()])
  })

  it('know a day to its last moment, and days to come as they come', async () => {
    const l = await ledger()
    clock.set('2031-03-01T10:00:00Z')
    await l.addReading(report(1))
    const { page } = holdingOf(l)
    const counts = async (): Promise<number[]> =>
      Promise.all(['2031-02-28', '2031-03-01', '2099-01-01'].map(async (known) => (await page({ known })).rows.length))
    expect(await counts()).toEqual([0, 1, 1])
    clock.set('2031-03-01T23:59:59Z')
    await l.addReading(report(2))
    expect(await counts()).toEqual([0, 2, 2])
    clock.set('2031-03-02T00:00:01Z')
    await l.addReading(report(3))
    expect(await counts()).toEqual([0, 2, 3])
  })

  it('go on, page after page, as they were when the first was asked', async () => {
    const l = await ledger()
    for (const n of [1, 3, 5]) await l.addReading(report(n))
    for (const fresh of [false, true]) {
      const first = holdingOf(l)
      const one = await first.page({}, undefined, 2)
      await l.addReading(report(fresh ? 0 : 2))
      // The answer may have been put away meanwhile, or another server asked: it is made again as of then.
      const { page } = fresh ? holdingOf(l) : first
      const two = await page({}, one.next!, 2)
      expect(one.total).toBe(fresh ? 4 : 3)
      expect([two.total, new Set([...one.rows, ...two.rows].map((r) => r.id)).size]).toEqual([one.total, one.total])
      expect(two.next).toBeNull()
    }
  })

  it('are not spoilt by a cursor that names a write to come', async () => {
    const l = await ledger()
    clock.set('2031-03-01T10:00:00Z')
    for (const n of [1, 2]) await l.addReading(report(n))
    const { holding, askedOf, page } = holdingOf(l)
    const { asked } = await placeOf(holding, askedOf({}), { limit: 1 })
    const forged = writeCursor({ offset: 1, known: '2031-03-01T12:00:00.000Z', asked })
    expect((await page({}, forged, 1)).total).toBe(2)
    clock.set('2031-03-01T12:00:00.000Z')
    await l.addReading(report(3))
    expect(await l.newest()).toBe('2031-03-01T12:00:00.000Z')
    expect((await page({}, undefined, 1)).total).toBe(3)
  })

  it('hold nothing that was written while they were made', async () => {
    const l = await ledger()
    await l.addReading(report(1))
    const { holding, askedOf, page } = holdingOf(l)
    let wrote = false
    const slow: Asked = {
      ...askedOf({}),
      ask: async (question) => {
        if (!wrote) await l.addReading(report(2))
        wrote = true
        return timeline(l, question)
      },
    }
    const at = await placeOf(holding, slow, { limit: 100 })
    expect((await answerAt(holding, slow, at)).rows).toHaveLength(1)
    expect((await page()).rows).toHaveLength(2)
  })

  it('say why there are none, and an unknown name is no error that stays', async () => {
    const l = await ledger()
    const { page } = holdingOf(l)
    expect((await page({ about: ['Arendia'] })).none).toMatchObject({ code: 'unknown-name' })
    await l.addReading(report(1))
    expect(await page({ about: ['Arendia'] })).toMatchObject({ none: null, total: 1, question: { about: ['Arendia'] } })
  })
})

it('answers take no more room than they may, the last used stay, and a failure is asked again', async () => {
  const answers = new FinishedAnswers(10_000)
  const made: string[] = []
  const get = (key: string, size = 1000) =>
    answers.get(key, async () => {
      made.push(key)
      return { asked: key, rows: ['x'.repeat(size)], none: null }
    })
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b', 'huge', 'a', 'huge'])
    await get(key, key === 'huge' ? 9000 : 1000)
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b', 'huge', 'huge'])
  let failed = 0
  const fail = () => answers.get('f', () => Promise.reject(new Error(`failed ${++failed}`)))
  await expect(fail()).rejects.toThrow('failed 1')
  await expect(fail()).rejects.toThrow('failed 2')
})
