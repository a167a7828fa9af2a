import { mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCsv } from '../../export/csv.ts'
import { Tokens } from '../access/tokens.ts'
import { type Served, serveFixture } from './fixture.ts'

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const secretOf = (served: Served, role: 'reader' | 'analyst' | 'admin', days?: number): string =>
  served.tokens.make(`a ${role}`, role, days).secret

describe('a server on this machine alone', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveFixture({ empty: true })
  }, 60_000)
  afterAll(() => served.close())
  const ask = (headers: Record<string, string>, method: 'GET' | 'POST' = 'GET', url = '/api/actors') =>
    served.app.inject({
      method,
      url,
      headers,
      ...(method === 'POST' ? { payload: { text: 'Arendia met Borland.' } } : {}),
    })

  it('answers its own names only: a foreign name that leads here is refused', async () => {
    for (const host of ['localhost', 'localhost:4747', '127.0.0.1:4747', '[::1]:4747'])
      expect((await ask({ host })).statusCode).toBe(200)
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.example', 'localhost@evil.example']) {
      expect((await ask({ host })).json()).toMatchObject({ code: 'origin-refused', status: 403 })
    }
  })

  it('answers by the address it was told to listen on', async () => {
    const elsewhere = await serveFixture({ empty: true, host: '127.0.0.2' })
    const asked = async (host: string) =>
      (await elsewhere.app.inject({ url: '/api/count', headers: { host } })).statusCode
    for (const host of ['127.0.0.2', '127.0.0.2:4747', 'localhost']) expect(await asked(host)).toBe(200)
    for (const host of ['127.0.0.3', 'evil.example']) expect(await asked(host)).toBe(403)
    await elsewhere.close()
  }, 60_000)

  it('refuses what the pages of another origin send', async () => {
    const host = 'localhost:4747'
    expect((await ask({ host, origin: 'http://localhost:4747' }, 'POST', '/api/read')).statusCode).toBe(200)
    for (const origin of ['http://evil.example', 'null', 'http://localhost:9999', 'https://localhost.evil.example']) {
      expect((await ask({ host, origin }, 'POST', '/api/documents')).json()).toMatchObject({ code: 'origin-refused' })
    }
    expect((await ask({ host, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect(await served.ledger.count()).toMatchObject({ documents: 0 })
  })

  it('allows no other origin to read, and no page to frame or script it', async () => {
    const { headers } = await ask({ host: 'localhost' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })

  it('fetches nothing from this machine or its network', async () => {
    let asked = 0
    const server: Server = createServer((_, response) => {
      asked++
      response.end('secret')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    for (const url of [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
    ]) {
      const response = await served.app.inject({ method: 'POST', url: '/api/read', payload: { url } })
      expect(response.json()).toMatchObject({ code: 'fetch-failed', status: 502 })
    }
    expect(asked).toBe(0)
    server.close()
  })

  it('takes no body over its limit, no broken one, and none of an unknown kind', async () => {
    const post = (payload: string | Buffer, type = 'application/json') =>
      served.app.inject({ method: 'POST', url: '/api/read', payload, headers: { 'content-type': type } })
    expect((await post(`{"text":"${'a'.repeat(11 << 20)}"}`)).json()).toMatchObject({
      code: 'input-too-large',
      status: 413,
    })
    expect((await post('{"text":')).json()).toMatchObject({ code: 'input-not-json', status: 400 })
    expect((await post('{"__proto__":{"role":"admin"},"text":"x"}')).statusCode).toBe(400)
    expect((await post('<a/>', 'application/xml')).json()).toMatchObject({ code: 'type-unsupported', status: 415 })
    expect((await post('text=x', 'application/x-www-form-urlencoded')).statusCode).toBe(415)
    expect((await post('x'.repeat(100_000), 'text/plain')).json()).toMatchObject({ code: 'type-unsupported' })
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, k) => [`k${k}`, 1]))
    const told = (await post(JSON.stringify({ documents: Array.from({ length: 300 }, () => many) }))).body
    expect(told.length).toBeLessThan(20_000)
  })

  it('tells nothing of itself by errors', async () => {
    for (const url of [
      '/api/records/1%27%20or%201=1',
      '/api/documents/..%2f..%2fetc%2fpasswd',
      '/api/nothing',
      '/%c0%ae%c0%ae/',
      `/api/records/${'a'.repeat(500)}`,
    ]) {
      const response = await served.app.inject(url)
      expect([400, 404, 414]).toContain(response.statusCode)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.body).not.toMatch(/node_modules|\/work|select |stack/i)
    }
    expect(served.complaints).toEqual([])
  })
})

describe('a server that others reach', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveFixture({ required: true })
  }, 60_000)
  afterAll(() => served.close())
  const post = (url: string, payload: object, headers = {}) =>
    served.app.inject({ method: 'POST', url, payload, headers })

  it('answers nobody without a token that holds', async () => {
    const { secret, token } = served.tokens.make('gone', 'admin')
    served.tokens.revoke(token.id)
    const wrong = [
      {},
      bearer('readout_guess'),
      bearer(secret),
      bearer(secretOf(served, 'admin', -1)),
      { authorization: 'Basic YTpi' },
      bearer(''),
    ]
    for (const headers of wrong) {
      const response = await served.app.inject({ url: '/api/actors', headers })
      expect(response.statusCode).toBe(401)
      expect(response.headers['www-authenticate']).toContain('Bearer')
    }
    expect((await served.app.inject({ url: `/api/actors?token=${secretOf(served, 'admin')}` })).statusCode).toBe(401)
    expect((await served.app.inject('/docs')).statusCode).toBe(200)
  })

  it('lets each role do what is its own', async () => {
    const [reader, analyst, admin] = (['reader', 'analyst', 'admin'] as const).map((role) =>
      bearer(secretOf(served, role)),
    )
    const report = { text: 'Arendia met Borland on Monday.' }
    expect((await served.app.inject({ url: '/api/timeline', headers: reader! })).statusCode).toBe(200)
    expect((await post('/api/read', report, reader)).statusCode).toBe(200)
    expect((await post('/api/documents', report, reader)).json()).toMatchObject({ code: 'role-missing', status: 403 })
    expect((await post('/api/read', { url: 'http://news.example/' }, reader)).json()).toMatchObject({
      code: 'role-missing',
    })
    expect((await post('/api/publishers/rate', { name: 'Meridian Wire', reliability: 'B' }, analyst)).statusCode).toBe(
      403,
    )
    expect((await post('/api/publishers/rate', { name: 'Meridian Wire', reliability: 'B' }, admin)).statusCode).toBe(
      200,
    )
  })

  it('keeps judgements under the name of the token, whatever the body says', async () => {
    const [record] = await served.ledger.records({ limit: 1 })
    const headers = bearer(secretOf(served, 'analyst'))
    expect(
      (await post(`/api/records/${record!.id}/accept`, { why: 'seen', by: 'somebody else' }, headers)).statusCode,
    ).toBe(400)
    expect((await post(`/api/records/${record!.id}/accept`, { why: 'seen' }, headers)).json()).toMatchObject({
      by: 'a analyst',
      action: 'accept',
    })
  })

  it('puts deeds and refusals on record, without texts or tokens', async () => {
    const secret = secretOf(served, 'analyst')
    served.audited.length = 0
    await post('/api/documents', { text: 'Velmar met Cassia on Monday.', publisher: 'Lissan Post' }, bearer(secret))
    // What is read is kept nowhere, and may be fetched in the server's name.
    expect((await post('/api/read', { text: 'Velmar met Cassia.' }, bearer(secret))).statusCode).toBe(200)
    await served.app.inject({ url: '/api/actors', headers: bearer('readout_wrong') })
    expect(served.audited).toMatchObject([
      { who: 'a analyst', role: 'analyst', did: 'POST /api/documents', stage: 'begun', status: null },
      { who: 'a analyst', role: 'analyst', did: 'POST /api/documents', stage: 'answered', status: 200 },
      { who: 'a analyst', role: 'analyst', did: 'POST /api/read', stage: 'begun', status: null },
      { who: 'a analyst', role: 'analyst', did: 'POST /api/read', stage: 'answered', status: 200 },
      { who: 'nobody', role: null, did: 'GET /api/actors', status: 401 },
    ])
    expect(JSON.stringify(served.audited)).not.toMatch(/Velmar|readout_/)
  })
})

describe('a server that is asked too often', () => {
  it('says when to ask again', async () => {
    const served = await serveFixture({ empty: true, rate: 3 })
    const codes = []
    for (let k = 0; k < 5; k++) codes.push((await served.app.inject('/api/actors')).statusCode)
    expect(codes).toEqual([200, 200, 200, 429, 429])
    const response = await served.app.inject('/api/actors')
    expect(response.json()).toMatchObject({ code: 'too-many-requests', status: 429 })
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    await served.close()
  }, 60_000)
})

describe('files', () => {
  it('come by name out of the folder of the page, and nothing else does', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'readout-pages-'))
    const pages = path.join(folder, 'web')
    mkdirSync(path.join(pages, 'assets'), { recursive: true })
    writeFileSync(path.join(folder, 'secret.txt'), 'secret')
    writeFileSync(path.join(pages, 'index.html'), '<!doctype html><title>Readout</title>')
    writeFileSync(path.join(pages, 'assets', 'main-B7kq2x9Z.js'), 'export {}')
    symlinkSync(path.join(folder, 'secret.txt'), path.join(pages, 'link.txt'))
    const served = await serveFixture({ empty: true, pages, required: true })
    const get = (url: string) => served.app.inject(url)
    expect((await get('/')).body).toContain('<title>Readout')
    expect((await get('/timeline?asOf=2031-05-14')).headers['content-type']).toContain('text/html')
    expect((await get('/assets/main-B7kq2x9Z.js')).headers['cache-control']).toContain('immutable')
    expect((await get('/')).headers['cache-control']).toBe('no-cache')
    for (const url of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/link.txt',
      '/assets/none.js',
      '/api/none',
      '//etc/passwd',
      '/..\\secret.txt',
      '/secret.txt%00.html',
    ]) {
      const response = await get(url)
      expect(response.body).not.toContain('secret\n')
      expect(
        response.statusCode === 404 || response.statusCode === 400 || response.body.includes('<title>Readout'),
      ).toBe(true)
      expect(response.body).not.toBe('secret')
    }
    await served.close()
  }, 60_000)
})

describe('tokens', () => {
  it('are kept as hashes in a file for their owner alone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'readout-tokens-'))
    const tokens = new Tokens(folder, Date.now)
    const { secret } = tokens.make('desk', 'reader')
    const file = path.join(folder, 'tokens.json')
    expect(readFileSync(file, 'utf8')).not.toContain(secret.replace('readout_', ''))
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(new Tokens(folder, Date.now).callerOf(secret)).toEqual({ name: 'desk', role: 'reader' })
    expect(tokens.callerOf(`${secret}x`)).toBeNull()
  })
})

describe('cells of a table', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n=cmd|calc'])('%j is no formula', (text) => {
    const [, line = ''] = toCsv([{ title: text }]).split(/\r\n/, 2)
    expect(line.startsWith(`"'`)).toBe(true)
  })

  it('keep commas, quotes and line ends in their place, numbers as numbers', () => {
    expect(
      toCsv([
        { a: 'x, "y"\nz', b: -3 },
        { a: null, b: 2.5 },
      ]),
    ).toBe('a,b\r\n"x, ""y""\nz",-3\r\n,2.5\r\n')
  })
})
