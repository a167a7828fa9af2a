import { expect, it } from 'vitest'
import { news } from '../../src/6-answer/index.ts'
import { makeReading, type Report } from './make.ts'
import { onBothStores } from './stores.ts'

const ACTORS = { a: ['Arendia', 'state'], b: ['Borland', 'state'], k: ['Emil Korda', 'person'] } as const

const report = (over: Pick<Report, 'text' | 'url' | 'publishedAt' | 'records'>): Report => ({
  publisher: 'Orsk Evening Post',
  actors: ACTORS,
  ...over,
})
const pact = (words: string, status: string, when: string) => ({
  kind: 'agreement' as const,
  words,
  name: 'Orsk Pact',
  parties: ['a', 'b'],
  status,
  when,
})
const toll = (words: string, low: number) => ({
  kind: 'estimate' as const,
  words,
  of: 'a',
  measure: 'killed',
  low,
  high: low,
  when: '2031-02-03',
})

const SIGNED = report({
  text: 'Arendia and Borland signed the Orsk Pact. Ten died. Emil Korda became president.',
  url: 'https://orsk.example/signed',
  publishedAt: '2031-02-04',
  records: [
    pact('signed the Orsk Pact', 'signed', '2031-02-03'),
    toll('Ten died', 10),
    {
      kind: 'relation',
      words: 'Emil Korda became president',
      predicate: 'holdsOffice',
      subject: 'k',
      object: 'a',
      role: 'president',
      when: ['2031-02-03', null],
    },
  ],
})
const SUSPENDED = report({
  text: 'Arendia suspended the Orsk Pact. Twenty died.',
  url: 'https://orsk.example/suspended',
  publishedAt: '2031-02-10',
  records: [pact('suspended the Orsk Pact', 'suspended', '2031-02-09'), toll('Twenty died', 20)],
})

onBothStores('news', ({ ledger, clock }) => {
  it('is what came between two recorded times', async () => {
    const l = await ledger()
    clock.set('2031-02-04T18:00:00Z')
    await l.addReading(makeReading(SIGNED))
    clock.set('2031-02-10T18:00:00Z')
    const { document } = await l.addReading(makeReading(SUSPENDED))

    const begun = await news(l, { asOf: '2031-02-04' })
    // The second toll is of a day before, told later.
    expect(begun).toMatchObject({ disagreements: [{ type: 'number' }], waiting: { proposals: 0, records: 4 } })
    expect(begun.reports).toMatchObject([{ publishedAt: '2031-02-04' }])
    expect(begun.statuses).toMatchObject([{ from: null, to: 'signed' }])
    expect(begun.offices).toMatchObject([{ change: 'began', role: 'president' }])
    const before = { reports: [], statuses: [], offices: [], disagreements: [] }
    expect(await news(l, { asOf: '2031-02-02' })).toMatchObject({ ...before, waiting: { proposals: 0, records: 0 } })

    const late = await news(l, { recordedSince: '2031-02-04' })
    expect(late).toMatchObject({ more: false, waiting: { proposals: 1, records: 5 } })
    expect(late.firstRecordedAt!.slice(0, 10)).toBe('2031-02-04')
    expect([late.until, late.lastRecordedAt!.slice(0, 10)]).toEqual([late.lastRecordedAt, '2031-02-10'])
    expect(late.reports).toMatchObject([{ document, outcome: 'new', version: 1, records: 2 }])
    expect(late.statuses).toMatchObject([{ name: 'Orsk Pact', from: 'signed', to: 'suspended' }])
    expect(late.statuses[0]!.citation.quotes[0]!.words).toBe('suspended the Orsk Pact')
    expect(late.disagreements.map((d) => d.type)).toEqual(['number'])
    expect(late.offices).toEqual([])

    const early = await news(l, { known: '2031-02-05' })
    expect(early.statuses).toMatchObject([{ from: null, to: 'signed' }])
    expect(early.offices).toMatchObject([{ change: 'began', holder: { name: 'Emil Korda' }, day: '2031-02-03' }])
    expect(early.disagreements).toEqual([])
    expect([early.since, early.until!.slice(0, 10)]).toEqual([null, '2031-02-04'])
  })

  it('tells a changed report from a new one, and is none where nothing was written', async () => {
    const l = await ledger()
    clock.set('2031-02-04T18:00:00Z')
    await l.addReading(makeReading(SIGNED))
    clock.set('2031-02-06T18:00:00Z')
    await l.addReading(makeReading({ ...SIGNED, text: `${SIGNED.text} Corrected.` }))
    const { reports } = await news(l, { recordedSince: '2031-02-05' })
    expect(reports).toMatchObject([{ outcome: 'version', version: 2, records: 0 }])
    const quiet = await news(l, { recordedSince: '2031-02-06' })
    expect([quiet.reports, quiet.statuses, quiet.offices, quiet.disagreements]).toEqual([[], [], [], []])
    expect((await news(l, { recordedSince: '2031-02-01', limit: 1 })).more).toBe(false)
    await l.addReading(makeReading(SUSPENDED))
    expect((await news(l, { recordedSince: '2031-02-01', limit: 1 })).more).toBe(true)
  })

  it('has nothing to tell of an empty ledger', async () => {
    expect(await news(await ledger())).toMatchObject({
      until: null,
      firstRecordedAt: null,
      reports: [],
      waiting: { proposals: 0, records: 0 },
    })
  })
})
