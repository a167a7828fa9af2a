import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMATS } from '../../export/index.ts'
import { QUESTIONS } from '../service/questions.ts'
import { type Served, serveFixture } from './fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveFixture()
}, 120_000)
afterAll(() => served.close())

const get = (url: string, headers: Record<string, string> = {}) => served.app.inject({ url, headers })
const EXTRA: Readonly<Record<string, string>> = { actor: 'name=Velmar&', search: 'words=truce&' }
const FILE_NAME = /^attachment; filename="readout[\w.-]*"$/

describe('answers as files', () => {
  it.each(QUESTIONS.map(({ name }) => name))('%s gives all its rows in every form', async (name) => {
    const file = async (format: string) => {
      const response = await get(`/api/export/${name}?${EXTRA[name] ?? ''}format=${format}`)
      expect(response.statusCode).toBe(200)
      expect(response.headers['content-disposition']).toMatch(FILE_NAME)
      return response.body
    }
    const page = (await get(`/api/${name}?${EXTRA[name] ?? ''}limit=1000`)).json()
    expect(JSON.parse(await file('json')).rows).toEqual(page.rows)
    const lines = await file('jsonl')
    expect(
      lines === ''
        ? []
        : lines
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
    ).toEqual(page.rows)
    const csv = await file('csv')
    expect(csv.split('\r\n').length).toBeGreaterThan(page.total)
    expect(csv).not.toMatch(/(^|,)"?[=@]/m)
    const md = await get(`/api/export/${name}?${EXTRA[name] ?? ''}format=md`)
    expect([200, 400]).toContain(md.statusCode)
    expect(md.body).not.toMatch(/[^\\]<script/)
  })

  it('are not made again for whoever has them, and are anew after a write', async () => {
    const url = '/api/export/timeline?format=csv'
    const first = await get(url)
    const has = { 'if-none-match': String(first.headers.etag) }
    expect([(await get(url, has)).statusCode, (await get('/api/export/actors?format=csv', has)).statusCode]).toEqual([
      304, 200,
    ])
    const [record] = await served.ledger.records({ kinds: ['event'], limit: 1 })
    await served.ledger.reject(record!.id, { by: 'editor', why: 'wrong' })
    const second = await get(url, has)
    expect([second.statusCode, second.body === first.body]).toEqual([200, false])
    await served.ledger.undo({ by: 'editor', why: 'right after all' })
    expect((await get(url, { 'if-none-match': String(second.headers.etag) })).body).toBe(first.body)
  })
})

describe('records as files', () => {
  it.each(FORMATS.map((format) => [format.name, format] as const))('%s', async (name, { mediaType, extension }) => {
    for (const url of ['/api/export', '/api/export/records']) {
      const response = await get(`${url}?format=${name}`)
      expect([response.statusCode, response.headers['content-type']]).toEqual([200, mediaType])
      expect(response.headers['content-disposition']).toBe(`attachment; filename="readout.${extension}"`)
      // No item of Wikidata is in these reports.
      expect(response.rawPayload.length).toBeGreaterThan(name === 'quickstatements' ? -1 : 10)
      const again = await get(`${url}?format=${name}`, { 'if-none-match': String(response.headers.etag) })
      expect(again.statusCode).toBe(304)
    }
  })

  it('are packed as they are sent', async () => {
    const plain = await get('/api/export?format=csv')
    const packed = await get('/api/export?format=csv', { 'accept-encoding': 'gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length)
  })
})

describe('what an attacker would ask for', () => {
  it.each([
    '/api/export',
    '/api/export?format=exe',
    '/api/export?format=',
    '/api/export?format=csv&format=jsonl',
    '/api/export?format=csv%0d%0aset-cookie:a=b',
    '/api/export?format=../../etc/passwd',
    '/api/export?format=__proto__',
    '/api/export?format=csv&limit=0',
    '/api/export?format=csv&limit=-1',
    '/api/export?format=csv&limit=99999999999999999999',
    '/api/export?format=csv&limit=1e400',
    '/api/export?format=csv&out=/tmp/x',
    '/api/export?format=csv&known=tomorrow',
    `/api/export?format=csv&about=${'a'.repeat(301)}`,
    '/api/export/timeline?format=xml',
    '/api/export/timeline?format=csv&limit=1',
    '/api/export/timeline?format=json%22%0d%0ax:y',
    '/api/export/actor?format=json',
  ])('%s is refused as a problem', async (url) => {
    const response = await get(url)
    expect(response.json()).toMatchObject({ status: 400, code: 'request-invalid' })
    expect(response.headers['content-disposition']).toBeUndefined()
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  it.each([
    '/api/export/passwd?format=csv',
    '/api/export/..%2f..%2fetc%2fpasswd',
    '/api/export/constructor',
    '/api/export?format=csv&about=Nobody',
    '/api/export/timeline?format=csv&about=Nobody',
    '/api/export?format=csv&known=2001-01-01',
  ])('%s is not there', async (url) => {
    expect((await get(url)).json()).toMatchObject({ status: 404 })
  })

  it('no name or title of a report becomes a formula, a header or markup', async () => {
    const name = 'x"\r\nset-cookie: a=b'
    const response = await get(`/api/export/actor?format=csv&name=${encodeURIComponent(name)}`)
    expect([response.statusCode, response.headers['set-cookie']]).toEqual([404, undefined])
    expect((await get('/api/export?format=csv')).body).toContain(`"'=HYPERLINK(`)
    for (const format of ['gexf', 'graphml'])
      expect((await get(`/api/export?format=${format}`)).body).not.toMatch(/<script/)
    expect(served.complaints).toEqual([])
  })

  it('needs a token where the server needs one', async () => {
    const other = await serveFixture({ required: true, empty: true })
    for (const url of ['/api/export?format=csv', '/api/export/timeline'])
      expect((await other.app.inject(url)).statusCode).toBe(401)
    await other.close()
  }, 60_000)
})
