import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFixture } from './fixture.ts'
import { packer } from './packed.ts'

const SCRIPT = 'export const words = "who says so"\n'.repeat(200)
const PAGE = '<!doctype html><title>Readout</title><script type="module" src="/assets/index-B7kq2x9Z.js"></script>'

describe('packing', () => {
  const pack = packer(Buffer.from(SCRIPT), 'text/javascript; charset=utf-8')

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['BR', 'br'],
    ['identity', null],
    ['brotli, x-gzip', null],
    ['br;q=0.0', null],
    [undefined, null],
  ])('goes by what is understood: %s → %s', (accepts, encoding) => {
    const packed = pack(accepts)
    expect(packed.encoding).toBe(encoding)
    const open = { br: brotliDecompressSync, gzip: gunzipSync, none: (body: Buffer) => body }
    expect(open[packed.encoding ?? 'none'](packed.body).toString()).toBe(SCRIPT)
    if (encoding) expect(pack(accepts).body).toBe(packed.body)
  })

  it('leaves alone what is small or packed already', () => {
    expect(packer(Buffer.from('{}'), 'application/json')('br').encoding).toBeNull()
    expect(packer(Buffer.alloc(5000), 'font/woff2')('br').encoding).toBeNull()
  })
})

describe('the page', () => {
  const pages = mkdtempSync(path.join(tmpdir(), 'readout-page-'))
  let served: Served
  beforeAll(async () => {
    mkdirSync(path.join(pages, 'assets'))
    writeFileSync(path.join(pages, 'index.html'), PAGE)
    writeFileSync(path.join(pages, 'theme.js'), SCRIPT)
    writeFileSync(path.join(pages, 'assets', 'index-B7kq2x9Z.js'), SCRIPT)
    served = await serveFixture({ empty: true, pages })
  }, 120_000)
  afterAll(async () => {
    await served.close()
    rmSync(pages, { recursive: true, force: true })
  })
  const get = (url: string, headers: Record<string, string> = {}) => served.app.inject({ url, headers })

  it('is asked for anew, its hashed files never', async () => {
    for (const url of ['/', '/timeline?about=Velmar', '/index.html', '/theme.js'])
      expect((await get(url)).headers['cache-control'], url).toBe('no-cache')
    const asset = await get('/assets/index-B7kq2x9Z.js', { 'accept-encoding': 'br' })
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    })
    expect(brotliDecompressSync(asset.rawPayload).toString()).toBe(SCRIPT)
  })

  it('has a tag that saves sending it again, however it is packed', async () => {
    const first = await get('/theme.js', { 'accept-encoding': 'gzip' })
    const again = await get('/theme.js', { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await get('/')).headers.etag).not.toBe(first.headers.etag)
  })

  it('may run its own files alone, and nothing within itself', async () => {
    const policy = String((await get('/')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).not.toContain('unsafe')
  })
})
