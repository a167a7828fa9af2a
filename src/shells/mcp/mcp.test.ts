import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPORTS, type Served, serveFixture } from '../http/fixture.ts'
import { QUESTIONS } from '../service/questions.ts'
import { openReadings } from '../service/readings.ts'
import { serviceOf } from '../service/service.ts'
import { buildMcp } from './server.ts'

interface Row {
  readonly id: string
  readonly citations: readonly {
    readonly document: string
    readonly quotes: readonly { start: number; end: number; words: string }[]
  }[]
}

let served: Served
let client: Client
const complaints: unknown[] = []

beforeAll(async () => {
  served = await serveFixture()
  const service = serviceOf(served.ledger, openReadings({ threads: 1, waiting: 10, patience: 20_000 }), Date.now)
  const [here, there] = InMemoryTransport.createLinkedPair()
  await buildMcp(service, (error) => complaints.push(error)).connect(there)
  client = new Client({ name: 'test', version: '1' })
  await client.connect(here)
}, 60_000)
afterAll(async () => {
  await client.close()
  await served.close()
})

const call = async (name: string, given: Record<string, unknown> = {}) =>
  (await client.callTool({ name, arguments: given })) as CallToolResult & { structuredContent: { rows: Row[] } }

describe('tools', () => {
  it('offer every question, reading and records, each described', async () => {
    const { tools } = await client.listTools()
    expect(tools.map((tool) => tool.name).sort()).toEqual(
      ['get_record', 'read_text', ...QUESTIONS.map((kind) => kind.name)].sort(),
    )
    for (const { description, inputSchema } of tools) {
      expect(description!.length).toBeGreaterThan(40)
      expect(inputSchema.type).toBe('object')
    }
  })

  it('answer with citations and links to the reports', async () => {
    const { structuredContent, content } = await call('timeline', { types: ['AGREE'] })
    const row = structuredContent.rows[0]!
    const { quotes, document } = row.citations[0]!
    const quote = quotes[0]!
    expect(REPORTS[0].text.slice(quote.start, quote.end)).toBe(quote.words)
    expect(content.map((block) => block.type)).toEqual(['text', 'resource_link'])
    expect(content[1]).toMatchObject({ uri: `readout://documents/${document}/versions/1`, name: REPORTS[0].title })
    const { contents } = await client.readResource({ uri: `readout://documents/${document}` })
    expect(contents[0]).toMatchObject({ text: REPORTS[0].text })
  })

  it('lead from a list of actors to all that is told of each', async () => {
    const { structuredContent, content } = await call('actors', { limit: 2 })
    const rows = structuredContent.rows as unknown as readonly { readonly id: string; readonly name: string }[]
    const links = content.filter((block) => block.type === 'resource_link')
    expect(links).toMatchObject(rows.map(({ id, name }) => ({ uri: `readout://actors/${id}`, name })))
    const { contents } = await client.readResource({ uri: `readout://actors/${rows[0]!.id}` })
    expect(JSON.stringify(contents[0])).toContain(rows[0]!.name)
  })

  it('fetch a record with its quotation', async () => {
    const row = (await call('search', { words: 'truce in:records' })).structuredContent.rows[0]!
    const { structuredContent, content } = await call('get_record', { id: row.id })
    expect(content.filter((block) => block.type === 'resource_link')).toMatchObject([
      { uri: expect.stringMatching(/^readout:\/\/documents\/.+\/versions\/1$/), name: REPORTS[0].title },
    ])
    expect(structuredContent).toMatchObject({
      record: { id: row.id, evidence: [{ words: expect.stringContaining('truce') }] },
      corroboration: { reports: 1 },
    })
  })

  it('read a text and keep nothing', async () => {
    const { structuredContent } = await call('read_text', {
      text: 'Arendia expelled two envoys of Borland on Monday.',
      publishedAt: '2031-05-20',
    })
    expect(structuredContent).toMatchObject({ readout: '1', records: expect.any(Array) })
    expect(await served.ledger.count()).toMatchObject({ documents: REPORTS.length })
  })

  it.each([
    ['get_record', { id: '01a20776-4f81-7000-b236-1776c66f2fb6' }, 'not-found'],
    ['timeline', { cursor: 'made-up' }, 'cursor-invalid'],
    ['timeline', { asOf: 'yesterday' }, 'asOf'],
    ['actor', {}, 'name'],
  ])('%s %j is answered with what is wrong', async (name, given, told) => {
    const { isError, content } = await call(name, given)
    expect(isError).toBe(true)
    expect(JSON.stringify(content)).toContain(told)
    expect(complaints).toEqual([])
  })
})

describe('resources', () => {
  it('list reports and actors', async () => {
    const { resources } = await client.listResources()
    expect(resources.map((resource) => resource.name)).toEqual(expect.arrayContaining(['Velmar', REPORTS[0].title]))
    const velmar = resources.find((resource) => resource.name === 'Velmar')!
    const { contents } = await client.readResource({ uri: velmar.uri })
    expect(JSON.parse((contents[0] as { text: string }).text).rows[0].actor.name).toBe('Velmar')
    const brief = await client.readResource({ uri: 'readout://brief' })
    expect(JSON.parse((brief.contents[0] as { text: string }).text).rows[0].citations.length).toBeGreaterThan(0)
  })

  it('have the words of former versions, into which their quotations point', async () => {
    const text = 'Cassia recalled its envoy from Tarn on Monday.'
    const url = 'https://lissan.example/envoy'
    const texts = [text, `${text} Velmar protested on Tuesday.`]
    for (const one of texts)
      await served.app.inject({
        method: 'POST',
        url: '/api/documents/file',
        payload: one,
        query: { url, publishedAt: '2031-06-03', publisher: 'Lissan Post' },
        headers: { 'content-type': 'text/plain' },
      })
    const { structuredContent } = await call('search', { words: 'envoy in:records' })
    const { document } = structuredContent.rows[0]!.citations[0]!
    const read = async (uri: string) => (await client.readResource({ uri })).contents[0] as { text: string }
    for (const [k, one] of texts.entries())
      expect((await read(`readout://documents/${document}/versions/${k + 1}`)).text).toBe(one)
    expect((await read(`readout://documents/${document}`)).text).toBe(texts[1])
    for (const number of ['3', '0', '1.5', 'x'])
      await expect(read(`readout://documents/${document}/versions/${number}`)).rejects.toThrow(/\[not-found\]/)
  })

  it.each(['readout://documents/..%2f..%2fetc', 'readout://documents/1', 'file:///etc/passwd'])(
    '%s is none',
    async (uri) => {
      await expect(client.readResource({ uri })).rejects.toThrow()
    },
  )
})

describe('promises', () => {
  it('of citations are made for tools whose rows have them', async () => {
    const { tools } = await client.listTools()
    for (const { name } of QUESTIONS) {
      const { structuredContent } = await call(name, name === 'actor' ? { name: 'Velmar' } : { words: 'truce' })
      const cites = JSON.stringify(structuredContent.rows).includes('"quotes"')
      const { description } = tools.find((tool) => tool.name === name)!
      if (structuredContent.rows.length > 0)
        expect(description!.includes('Each row cites the exact words'), name).toBe(cites)
    }
  })

  it('tell a fault of the server in plain words, its own stand in the log', async () => {
    const broken = await serveFixture({ empty: true })
    await broken.ledger.close()
    const complained: unknown[] = []
    const [here, there] = InMemoryTransport.createLinkedPair()
    const readings = openReadings({ threads: 1, waiting: 10, patience: 20_000 })
    await buildMcp(serviceOf(broken.ledger, readings, Date.now), (error) => complained.push(error)).connect(there)
    const asker = new Client({ name: 'test', version: '1' })
    await asker.connect(here)
    const uri = 'readout://documents/01a20776-4f81-7000-b236-1776c66f2fb6'
    const words = [
      JSON.stringify(await asker.callTool({ name: 'timeline', arguments: {} })),
      ...(await Promise.all(
        [asker.readResource({ uri }), asker.listResources(), asker.readResource({ uri: 'readout://brief' })].map(
          (asked) => asked.then(() => 'answered', String),
        ),
      )),
    ]
    for (const said of words) {
      expect(said).toMatch(/does not answer|went wrong in the server/)
      expect(said).not.toMatch(/PGlite|destroyed|driver/i)
    }
    expect(complained.length).toBeGreaterThanOrEqual(words.length)
    await asker.close()
    await broken.app.close()
  }, 60_000)
})

describe('over HTTP', () => {
  const post = (to: Served, payload: object) =>
    to.app.inject({
      method: 'POST',
      url: '/mcp',
      payload,
      headers: { accept: 'application/json, text/event-stream' },
    })
  const reading = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'read_text', arguments: { text: 'Arendia met Borland.' } },
  }

  it('takes one message at a time', async () => {
    expect((await post(served, [reading, { ...reading, id: 2 }])).json()).toMatchObject({
      code: 'request-invalid',
      status: 400,
      detail: expect.stringContaining('batches'),
    })
  })

  it('is counted with what reads reports, and is no deed', async () => {
    const counted = await serveFixture({ empty: true, rate: 4 })
    expect((await post(counted, reading)).statusCode).toBe(200)
    expect((await post(counted, reading)).statusCode).toBe(429)
    const url = '/api/read'
    expect((await counted.app.inject({ method: 'POST', url, payload: { text: 'x' } })).statusCode).toBe(429)
    expect(counted.audited).toEqual([])
    await counted.close()
  }, 60_000)

  it('answers the same, with a token, each request alone', async () => {
    const remote = await serveFixture({ required: true })
    const address = await remote.app.listen({ port: 0, host: '127.0.0.1' })
    const { secret } = remote.tokens.make('agent', 'reader')
    const headers = { authorization: `Bearer ${secret}` }
    const other = new Client({ name: 'test', version: '1' })
    await other.connect(
      new StreamableHTTPClientTransport(new URL('/mcp', address), { requestInit: { headers } }) as Transport,
    )
    const { structuredContent } = await other.callTool({ name: 'timeline', arguments: {} })
    expect((structuredContent as { rows: unknown[] }).rows.length).toBeGreaterThan(1)
    await other.close()
    const stranger = new Client({ name: 'test', version: '1' })
    await expect(
      stranger.connect(new StreamableHTTPClientTransport(new URL('/mcp', address)) as Transport),
    ).rejects.toThrow()
    expect((await remote.app.inject({ url: '/mcp', headers })).json()).toMatchObject({
      code: 'method-unknown',
      status: 405,
    })
    await remote.close()
  }, 60_000)
})
