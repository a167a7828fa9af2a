import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient, Problem } from './client.ts'
import { type Served, serveFixture } from './shells/http/fixture.ts'

let served: Served
let client: Client
let address: string
let token: string
beforeAll(async () => {
  served = await serveFixture({ required: true })
  address = await served.app.listen({ port: 0, host: '127.0.0.1' })
  token = served.tokens.make('desk', 'analyst').secret
  client = createClient({ url: address, token })
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
    const [row] = (await client.ask('search', { words: 'truce in:records' })).rows
    expect((await client.judge(row!.id, 'accept', 'seen')).by).toBe('desk')
    expect((await client.record(row!.id)).review).toBe('accepted')
    expect((await client.undo()).action).toBe('undo')
  })

  it('reads and adds files', async () => {
    const known = { publishedAt: '2031-06-04', publisher: 'Lissan Post' }
    const page = '<html><body><article><p>Cassia expelled two envoys of Tarn on Monday.</p></article></body></html>'
    const { document } = await client.readFile(new Blob([page], { type: 'text/html' }), known)
    expect(document).toMatchObject({ text: expect.stringContaining('Cassia expelled'), publisher: 'Lissan Post' })
    // A kind that the server does not know by name: it looks at the bytes.
    const file = new Blob(['Cassia recalled its envoy from Tarn on Monday.'], { type: 'text/markdown' })
    expect(await client.addFile(file, known)).toMatchObject({ outcome: 'new', version: 1 })
  })

  it('exports records and whole answers', async () => {
    const csv = await (await client.export({ format: 'csv', about: ['Velmar'], limit: 2 })).text()
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    const { rows } = await client.ask('timeline', { types: ['AGREE'] })
    const lines = await (await client.exportAnswer('timeline', { types: ['AGREE'], format: 'jsonl' })).text()
    expect(JSON.parse(lines)).toEqual(rows[0])
    await expect(client.export({ format: 'none' })).rejects.toMatchObject({ code: 'request-invalid' })
  })

  it('goes through events where streams can only be read', async () => {
    const plain: typeof fetch = async (...asked) => {
      const response = await fetch(...asked)
      Object.defineProperty(response.body ?? {}, Symbol.asyncIterator, { value: undefined })
      return response
    }
    const old = createClient({ url: address, token, fetch: plain })
    const outcomes = []
    for await (const one of old.addAll([{ text: 'Tarn met Cassia on Monday.' }])) outcomes.push(one.outcome)
    expect(outcomes).toEqual(['new'])
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
