import { expect, it } from 'vitest'
import { brief, type Section } from '../../src/6-answer/index.ts'
import type { Ledger } from '../../src/ledger.ts'
import { makeReading } from './make.ts'
import { onBothStores } from './stores.ts'

const ACTORS = {
  h: ['Jorun Halvik', 'person'],
  v: ['Lina Voss', 'person'],
  o: ['Orlvania', 'state'],
  m: ['Interior Ministry', 'government'],
} as const

const office = (words: string, subject: string, fields: object) =>
  ({ kind: 'relation', words, predicate: 'holdsOffice', subject, object: 'o', role: 'president', ...fields }) as const

const EARLY = makeReading({
  text: 'President Jorun Halvik spoke.',
  publisher: 'Harbour Post',
  publishedAt: '2031-03-06',
  actors: ACTORS,
  records: [office('President Jorun Halvik', 'h', {})],
})

const LATE = makeReading({
  text: 'Former president Jorun Halvik left. Lina Voss is not the president. Lina Voss may say more. Halvik will announce it. Halvik did not deny it. 70 may have died.',
  publisher: 'Harbour Post',
  publishedAt: '2031-11-05',
  actors: ACTORS,
  records: [
    office('Former president Jorun Halvik', 'h', { ended: true }),
    office('Lina Voss is not the president', 'v', { polarity: 'denied' }),
    { kind: 'statement', words: 'Lina Voss may say more', speaker: 'v', certainty: 'possible' },
    { kind: 'statement', words: 'Halvik will announce it', speaker: 'h', act: 'announce', realis: 'future' },
    { kind: 'statement', words: 'Halvik did not deny it', speaker: 'h', act: 'deny', polarity: 'denied' },
    { kind: 'estimate', words: '70 may have died', low: 70, high: 70, measure: 'killed', certainty: 'possible' },
  ],
})

const texts = async (ledger: Ledger, section: Section, asOf?: string): Promise<string[]> => {
  const { rows } = await brief(ledger, asOf === undefined ? {} : { asOf })
  return rows.filter((row) => row.section === section).map((row) => row.text.replace(/: “.*/, ''))
}

onBothStores('the brief', ({ ledger }) => {
  it('tells an office that is over as over, and not at all on a day after its end', async () => {
    const l = await ledger()
    await l.addReading(EARLY)
    expect(await texts(l, 'offices')).toEqual(['Jorun Halvik is president of Orlvania'])
    await l.addReading(LATE)
    expect(await texts(l, 'offices')).toEqual([
      'Jorun Halvik was president of Orlvania',
      'Lina Voss is not president of Orlvania',
    ])
    expect(await texts(l, 'offices', '2031-04-01')).toEqual(['Jorun Halvik is president of Orlvania'])
    expect(await texts(l, 'offices', '2031-12-01')).toEqual(['Lina Voss is not president of Orlvania'])
  })

  it('commits itself no farther than the records do', async () => {
    const l = await ledger()
    await l.addReading(LATE)
    expect((await texts(l, 'said')).sort()).toEqual([
      'Jorun Halvik did not deny',
      'Jorun Halvik is to announce',
      'Lina Voss possibly said',
    ])
    expect(await texts(l, 'counted')).toEqual(['Possibly 70 killed'])
  })
})
