import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger.ts'
import { Clock, onServer, serverAnswers, urlOf, whyNot } from './stores.ts'

const DATABASE = `readout_test_collation_${process.pid}`
const WHO = { by: 'editor', why: 'known' }

describe.skipIf(!serverAnswers)(`a server that orders letters as English does${whyNot}`, () => {
  beforeAll(() =>
    onServer(`create database ${DATABASE} template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'`),
  )
  afterAll(() => onServer(`drop database if exists ${DATABASE} with (force)`))

  it('gives publishers in the order in which any other store gives them', async () => {
    const l = await openLedger({ databaseUrl: urlOf(DATABASE) }, { clock: new Clock().read })
    for (const name of ['b wire', 'A wire', 'Z wire', 'É wire', 'a post']) await l.ratePublisher(name, {}, WHO)
    expect((await l.publishers()).map((p) => p.name)).toEqual(['A wire', 'Z wire', 'a post', 'b wire', 'É wire'])
    await l.close()
  })
})
