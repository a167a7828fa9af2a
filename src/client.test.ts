import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient, Problem } from './client.ts'
import { type Served, serveFixture } from './shells/http/fixture.ts'

let served: Served
let client: Client
beforeAll(async () => {
  served = await serveFixture({ required: true })
  const url = await served.app.listen({ port: 0, host: '127.0.0.1' })
  client = createClient({ url, token: served.tokens.make('desk', 'analyst').secret })
}, 60_000)
afterAll(() => served.close())

describe('the client', () => {
  it('asks, and goes through pages', async () => {
    const page = await client.ask('timeline', { types: ['AGREE', 'ACCUSE'] })
    expect(page.rows.map((row) => row.type)).toEqual(['AGREE', 'ACCUSE'])
    const names: string[] = []
    for await (const row of client.all('actors', { limit: 3 })) names.push(row.name)
    expect(names).toEqual((await client.ask('actors', {})).rows.map((row) => row.name))
  })

  it('reads, adds with progress, and judges', async () => {
    expect((await client.read({ text: 'Arendia met Borland on Monday.' })).readout).toBe('1')
    const seen = []
    for await (const one of client.addAll([
      { text: 'Borland left the Tarn Pact on Monday.', publishedAt: '2031-06-03' },
      { text: 'Velmar met Cassia on Monday.', publishedAt: '2031-06-03' },
    ]))
      seen.push([one.done, one.of, one.outcome])
    expect(seen).toEqual([
      [1, 2, 'new'],
      [2, 2, 'new'],
    ])
    const [row] = (await client.ask('search', { words: 'truce' })).rows
    expect((await client.judge(row!.id, 'accept', 'seen')).by).toBe('desk')
    expect((await client.record(row!.id)).review).toBe('accepted')
    expect((await client.undo()).action).toBe('undo')
  })

  it('reaches single things and lists', async () => {
    expect(await client.me()).toMatchObject({ name: 'desk', role: 'analyst', tokensRequired: true })
    const { rows } = await client.documents({ publishers: ['Meridian Wire'], limit: 1 })
    const listed = await client.listDocuments({ publishers: ['Meridian Wire'] })
    expect(listed.rows.map((row) => ['text' in row, row.document])).toEqual([[false, rows[0]!.document]])
    const { published, recorded } = await client.days()
    expect(published).toContain(rows[0]!.publishedAt!.slice(0, 10))
    expect(recorded).toContain(rows[0]!.recordedAt.slice(0, 10))
    const reading = await client.reading(rows[0]!.document, { version: 1 })
    expect(reading.document.text).toBe(rows[0]!.text)
    const [record] = reading.records
    expect((await client.rule(record!.record.rule)).reason).not.toBe('')
    expect(await client.corroboration(record!.id)).toMatchObject({ reports: 1 })
    const [actor] = reading.actors
    expect((await client.links(actor!.id)).rows[0]!.as.name).toBe(actor!.name)
    const { total, next } = await client.publishers({ limit: 1 })
    expect([total, (await client.publishers({ limit: 1, cursor: next! })).rows.length]).toEqual([2, 1])
    expect((await client.count()).documents).toBeGreaterThan(1)
    expect((await client.publishers()).rows.map((p) => p.name)).toContain('Lissan Post')
    await client.place(actor!.id, { lat: 12.5, lon: -7 }, 'surveyed')
    expect(await served.ledger.positions()).toMatchObject([{ actor: actor!.id, position: { lat: 12.5 }, by: 'desk' }])
    expect((await client.news({ known: '2001-01-01' })).until).toBeNull()
    await expect(client.ratePublisher('Lissan Post', { reliability: 'B' })).rejects.toMatchObject({
      code: 'role-missing',
    })
  })

  it('throws problems with their code', async () => {
    await expect(client.ask('timeline', { asOf: 'yesterday' })).rejects.toMatchObject({
      code: 'request-invalid',
      status: 400,
    })
    await expect(client.add({ url: 'http://127.0.0.1:9/' })).rejects.toBeInstanceOf(Problem)
  })
})
