import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announce, announced } from '../remote/announce.ts'
import { METHODS, type Method } from '../remote/methods.ts'
import { type Served, serveFixture } from './fixture.ts'

/** The ledger itself, as the commands of the same machine reach it: tried as an attacker would. */
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const WHO = { by: 'editor', why: 'a test' }

let served: Served
let key: string
beforeAll(async () => {
  served = await serveFixture()
  key = served.tokens.ownerKey()
}, 180_000)
afterAll(() => served.close())

const call = (method: string, args: unknown, headers: Record<string, string> = bearer(key)) =>
  served.app.inject({ method: 'POST', url: `/api/ledger/${method}`, payload: { args } as object, headers })

describe('without the key of the process', () => {
  it('nobody gets at the ledger: not who sits at the machine, not a token of any role', async () => {
    const tokens = (['reader', 'analyst', 'admin'] as const).map((role) => served.tokens.make(`a ${role}`, role).secret)
    for (const headers of [{}, ...tokens.map(bearer)])
      for (const method of ['records', 'undo', 'backup']) {
        const response = await call(method, [], headers as Record<string, string>)
        expect(response.json(), method).toMatchObject({ code: 'role-missing', status: 403 })
      }
    expect((await call('records', [], bearer('readout_guess'))).json()).toMatchObject({ code: 'token-invalid' })
    expect((await served.app.inject('/api/ledger')).statusCode).toBe(403)
  })

  it('a key that was made anew ends the one before', async () => {
    const before = key
    key = served.tokens.ownerKey()
    expect((await call('publishers', [], bearer(before))).statusCode).toBe(401)
    expect((await call('publishers', [])).statusCode).toBe(200)
  })

  it('refusals come before the body is read', async () => {
    const payload = `{"args":["${'a'.repeat(20 << 20)}"]}`
    const headers = { 'content-type': 'application/json' }
    const response = await served.app.inject({ method: 'POST', url: '/api/ledger/undo', payload, headers })
    expect(response.json()).toMatchObject({ code: 'role-missing' })
  })
})

describe('with the key', () => {
  it('the pages of another origin, and foreign names of the machine, are refused all the same', async () => {
    for (const headers of [
      { origin: 'http://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { host: 'evil.example' },
    ] as Record<string, string>[])
      expect((await call('records', [], { ...bearer(key), ...headers })).json()).toMatchObject({
        code: 'origin-refused',
      })
  })

  it('only the methods of the list are there', async () => {
    for (const method of [
      '__proto__',
      'constructor',
      'toString',
      'close',
      'named',
      'hasOwnProperty',
      'query',
      'Records',
    ])
      expect((await call(method, [])).json(), method).toMatchObject({ code: 'route-unknown', status: 404 })
    expect((await served.app.inject({ url: '/api/ledger/undo', headers: bearer(key) })).statusCode).toBe(404)
    expect(Object.keys(METHODS).sort()).toEqual(
      Object.keys(served.ledger)
        .filter((m) => m !== 'named' && m !== 'close')
        .sort(),
    )
  })

  it('arguments of another shape are refused before the ledger sees them', async () => {
    const wrong: readonly (readonly [Method, unknown])[] = [
      ['records', 'x'],
      ['records', [{ ids: { toString: 'x' } }]],
      ['records', [{ ids: [{}] }]],
      ['records', [{}, {}]],
      ['undo', []],
      ['undo', [{ by: 'x' }]],
      ['undo', [{ ...WHO, extra: 1 }]],
      ['accept', [{}, WHO]],
      ['decide', ['x', 'perhaps', WHO]],
      ['addReading', [{ document: {}, records: [] }]],
      ['addReading', ['']],
      ['backup', ['']],
    ]
    for (const [method, args] of wrong)
      expect((await call(method, args)).json(), `${method} ${JSON.stringify(args)}`).toMatchObject({
        code: 'request-invalid',
        status: 400,
      })
    for (const payload of ['{"args":[{"__proto__":{"limit":1}}]}', '{"args":[],"constructor":{"prototype":{}}}']) {
      const headers = { ...bearer(key), 'content-type': 'application/json' }
      expect(
        (await served.app.inject({ method: 'POST', url: '/api/ledger/records', payload, headers })).statusCode,
      ).toBe(400)
    }
    expect(served.complaints).toEqual([])
  })

  it('answers as the ledger does, with its own errors', async () => {
    expect((await call('records', [{ limit: 2 }])).json().result).toEqual(await served.ledger.records({ limit: 2 }))
    expect((await call('accept', ['01c3074d-f500-7043-8fc9-01a1e1185558', WHO])).json()).toMatchObject({
      code: 'not-found',
    })
    expect((await call('undo', [WHO])).json()).toMatchObject({ code: 'judgement-invalid' })
  })

  it('is not counted, and what it changes is put on record without what it says', async () => {
    served.audited.length = 0
    const [record] = await served.ledger.records({ limit: 1 })
    await call('records', [])
    await call('accept', [record!.id, WHO])
    expect(served.audited).toMatchObject([
      { who: 'local', did: 'POST /api/ledger/accept', stage: 'begun' },
      { who: 'local', did: 'POST /api/ledger/accept', stage: 'answered', status: 200 },
    ])
    expect(JSON.stringify(served.audited)).not.toContain('a test')
    expect((await call('publishers', [])).headers['x-ratelimit-limit']).toBeUndefined()
  })

  it('stays out of the description of the API', async () => {
    expect((await served.app.inject('/openapi.json')).body).not.toContain('/api/ledger')
  })
})

describe('the file beside the folder', () => {
  it('is for its owner alone, holds for the process that has the lock, and goes', () => {
    const base = mkdtempSync(path.join(tmpdir(), 'readout-announce-'))
    const folder = path.join(base, 'ledger')
    const takeBack = announce(folder, { address: 'http://0.0.0.0:4747', key })
    expect(statSync(`${folder}.server`).mode & 0o077).toBe(0)
    expect(announced(folder)).toBeNull()
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: process.pid + 1, started: null }))
    expect(announced(folder)).toBeNull()
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: process.pid, started: null }))
    expect(announced(folder)).toMatchObject({ address: 'http://127.0.0.1:4747', key })
    expect(readFileSync(`${folder}.lock`, 'utf8')).not.toContain(key)
    takeBack()
    expect(existsSync(`${folder}.server`)).toBe(false)
    rmSync(base, { recursive: true })
  })
})
