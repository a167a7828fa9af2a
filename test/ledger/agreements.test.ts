import { expect, it } from 'vitest'
import { actor, agreements } from '../../src/6-answer/index.ts'
import { makeReading } from './make.ts'
import { onBothStores } from './stores.ts'

const ACTORS = { o: ['Orlvania', 'state'], r: ['Reed Brigade', 'military'], c: ['Cassia', 'state'] } as const
const accord = (words: string, status: string, parties: readonly string[], when: string, name = 'Lake Accord') =>
  ({ kind: 'agreement', words, name, status, parties, when }) as const

const reading = (text: string, publishedAt: string, record: ReturnType<typeof accord>) =>
  makeReading({ text, publisher: 'Harbour Post', publishedAt, actors: ACTORS, records: [record] })

onBothStores('agreements', ({ ledger }) => {
  it('of one side tell what the other did to them', async () => {
    const l = await ledger()
    const signed = 'Orlvania and the Reed Brigade signed the Lake Accord.'
    const suspended = 'The Reed Brigade suspended the Lake Accord.'
    const other = 'Cassia and the Reed Brigade signed the Salt Accord.'
    await l.addReading(reading(signed, '2031-06-18', accord(signed, 'signed', ['o', 'r'], '2031-06-17')))
    await l.addReading(reading(suspended, '2031-08-03', accord(suspended, 'suspended', ['r'], '2031-08-02')))
    await l.addReading(reading(other, '2031-09-03', accord(other, 'signed', ['c', 'r'], '2031-09-02', 'Salt Accord')))
    const { rows } = await agreements(l, { about: ['Orlvania'] })
    expect(rows.map(({ name, status, history }) => [name, status, history.map((s) => s.status)])).toEqual([
      ['Lake Accord', 'suspended', ['signed', 'suspended']],
    ])
    const then = await agreements(l, { about: ['Orlvania'], until: '2031-07-01' })
    expect(then.rows.map(({ status }) => status)).toEqual(['signed'])
    const [page] = (await actor(l, 'Orlvania')).rows
    expect(page?.agreements.map(({ name, status }) => [name, status])).toEqual([['Lake Accord', 'suspended']])
  })
})
