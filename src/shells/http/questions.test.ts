import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { QUESTIONS } from '../service/questions.ts'
import { pagedOf } from '../service/schemas/common.ts'
import { reading } from '../service/schemas/reading.ts'
import { REPORTS, type Served, serveFixture } from './fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveFixture()
}, 60_000)
afterAll(() => served.close())

const get = (url: string, headers: Record<string, string> = {}) => served.app.inject({ url, headers })
const EXTRA: Readonly<Record<string, string>> = { actor: '?name=Velmar', search: '?words=truce' }

describe('questions', () => {
  it.each(QUESTIONS.map((kind) => [kind.name, kind] as const))(
    '%s is answered in the shape that is described',
    async (name, kind) => {
      const response = await get(`/api/${name}${EXTRA[name] ?? ''}`)
      expect(response.json()).toMatchObject({ question: {} })
      expect(response.statusCode).toBe(200)
      const shape = pagedOf(kind.row)
      expect(() => shape.parse(response.json())).not.toThrow()
      expect(served.complaints).toEqual([])
    },
  )

  it('give rows with the exact words of their reports', async () => {
    const { rows } = (await get('/api/timeline')).json()
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) {
      for (const { quotes, publisher } of row.citations) {
        const { text } = REPORTS.find((report) => report.publisher === publisher)!
        for (const { start, end, words } of quotes) expect(text.slice(start, end)).toBe(words)
      }
    }
  })

  it('take filters and both times', async () => {
    const types = async (query: string): Promise<string[]> =>
      (await get(`/api/timeline?${query}`)).json().rows.map((row: { type: string }) => row.type)
    expect(await types('types=AGREE&types=ACCUSE')).toEqual(expect.arrayContaining(['AGREE']))
    expect(await types('types=AID')).toEqual(['AID'])
    expect(await types('asOf=2031-05-12')).not.toContain('AID')
    expect(await types('known=2001-01-01')).toEqual([])
    expect(await types('about=Velmar')).toEqual(['ACCUSE', 'RETREAT'])
    expect((await get('/api/timeline?about=Velmarr')).json().none).toMatchObject({
      code: 'unknown-name',
      nearest: ['Velmar'],
    })
  })

  it.each([
    'asOf=2031-02-30',
    'asOf=yesterday',
    'known=2031-05-14T10:00',
    'limit=0',
    'limit=9999',
    'colour=red',
    'types=DANCE',
    'certainty=sure',
  ])('refuse %s as a problem', async (query) => {
    const response = await get(`/api/timeline?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ code: 'request-invalid', status: 400, type: '/docs#request-invalid' })
  })
})

describe('long lists', () => {
  it('go on by cursor to the same rows as at once', async () => {
    const all = (await get('/api/actors')).json()
    const rows: unknown[] = []
    let url: string | null = '/api/actors?limit=2'
    while (url) {
      const response = await get(url)
      const page = response.json()
      expect(page.total).toBe(all.total)
      rows.push(...page.rows)
      url = /<([^>]+)>; rel="next"/.exec(String(response.headers.link ?? ''))?.[1] ?? null
      expect(url === null).toBe(page.next === null)
    }
    expect(rows).toEqual(all.rows)
  })

  it('refuse cursors that are made up or belong to another question', async () => {
    const { next } = (await get('/api/actors?limit=1')).json()
    const forged = Buffer.from(JSON.stringify({ offset: -5, known: 'x', asked: 'y' })).toString('base64url')
    for (const url of [
      `/api/timeline?limit=1&cursor=${next}`,
      '/api/actors?cursor=abc',
      `/api/actors?cursor=${forged}`,
      `/api/actors?about=Velmar&cursor=${next}`,
    ]) {
      expect((await get(url)).json()).toMatchObject({ code: 'cursor-invalid', status: 400 })
    }
  })
})

describe('answers', () => {
  it('have an ETag that saves sending them again', async () => {
    const first = await get('/api/timeline')
    const again = await get('/api/timeline', { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const other = await get('/api/actors', { 'if-none-match': String(first.headers.etag) })
    expect(other.statusCode).toBe(200)
  })

  it('are packed where asked', async () => {
    const plain = await get('/api/timeline')
    for (const encoding of ['br', 'gzip']) {
      const packed = await get('/api/timeline', { 'accept-encoding': encoding })
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
      expect(packed.headers.etag).toBe(plain.headers.etag)
    }
  })

  it('are described in OpenAPI 3.1, each route once', async () => {
    const api = (await get('/openapi.json')).json()
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths)).toEqual(expect.arrayContaining(QUESTIONS.map((kind) => `/api/${kind.name}`)))
    expect(api.paths['/api/timeline'].get.parameters.map((p: { name: string }) => p.name)).toEqual(
      expect.arrayContaining(['asOf', 'known', 'about', 'cursor', 'types']),
    )
    expect(api.components.schemas).toHaveProperty('Happening')
    const docs = await get('/docs')
    expect(docs.body).toContain('/api/timeline')
    expect(docs.body).not.toMatch(/<script|style=|https?:\/\//)
  })
})

describe('files in the description', () => {
  it('stand there, those that are sent and those that come', async () => {
    const { paths } = (await get('/openapi.json')).json()
    for (const url of ['/api/read/file', '/api/documents/file']) {
      const { content } = paths[url].post.requestBody
      expect(Object.keys(content)).toEqual(expect.arrayContaining(['text/plain', 'text/html', 'application/pdf']))
      expect(content['application/pdf'].schema).toEqual({ type: 'string', format: 'binary' })
    }
    const contentOf = (url: string) => paths[url].get.responses['200'].content
    for (const url of ['/api/export', '/api/export/records'])
      expect(Object.keys(contentOf(url))).toEqual(expect.arrayContaining(['text/csv', 'application/geo+json']))
    for (const { name } of QUESTIONS)
      expect(Object.keys(contentOf(`/api/export/${name}`))).toEqual(
        expect.arrayContaining(['application/json', 'application/jsonl', 'text/csv']),
      )
    expect(contentOf('/api/export/timeline')['application/json'].schema.properties.rows.items).toEqual({
      $ref: '#/components/schemas/Happening',
    })
  })
})

describe('reading', () => {
  const post = (payload: object) => served.app.inject({ method: 'POST', url: '/api/read', payload })

  it('gives a reading and keeps nothing', async () => {
    const before = await served.ledger.count()
    const response = await post({ text: REPORTS[0].text, publishedAt: '2031-05-14' })
    expect(response.statusCode).toBe(200)
    const made = reading.parse(response.json())
    expect(made.records.map((record) => record.kind)).toContain('event')
    expect(await served.ledger.count()).toEqual(before)
  })

  it('takes a page as a file', async () => {
    const payload =
      '<html><head><title>Truce</title></head><body><article><p>Arendia signed a truce with Borland on Monday.</p></article></body></html>'
    const response = await served.app.inject({
      method: 'POST',
      url: '/api/read/file?publishedAt=2031-05-14',
      payload,
      headers: { 'content-type': 'text/html' },
    })
    expect(response.json().document).toMatchObject({
      publishedAt: '2031-05-14',
      text: expect.stringContaining('Arendia signed'),
    })
    expect(z.array(z.unknown()).parse(response.json().records).length).toBeGreaterThan(0)
  })

  it.each([
    [{}, 400, 'request-invalid'],
    [{ text: 'x', extra: 1 }, 400, 'request-invalid'],
    [{ url: 'file:///etc/passwd' }, 400, 'request-invalid'],
    [{ text: '' }, 400, 'request-invalid'],
  ])('refuses %j', async (payload, status, code) => {
    expect((await post(payload)).json()).toMatchObject({ status, code })
  })
})
