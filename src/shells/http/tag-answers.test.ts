import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Served, serveFixture } from './fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveFixture({ empty: true, required: true })
}, 60_000)
afterAll(() => served.close())

it('tags what is read, and nothing else: a refusal is a refusal each time, and stands in the audit log', async () => {
  const refused = await served.app.inject('/api/count')
  expect(refused.headers.etag).toBeUndefined()
  const tags = ['*', 'W/"x"', String(refused.headers.etag)]
  for (const tag of tags)
    expect((await served.app.inject({ url: '/api/count', headers: { 'if-none-match': tag } })).statusCode).toBe(401)
  expect(served.audited.map((entry) => entry.status)).toEqual([401, 401, 401, 401])
})

it('tells what became of a deed anew, and saves sending again what is read', async () => {
  const headers = { authorization: `Bearer ${served.tokens.make('desk', 'analyst').secret}` }
  const post = (more: object = {}) =>
    served.app.inject({
      method: 'POST',
      url: '/api/documents',
      payload: { text: 'Arendia met Borland.' },
      headers: { ...headers, ...more },
    })
  await post()
  const again = await post()
  expect(again.headers.etag).toBeUndefined()
  expect((await post({ 'if-none-match': String(again.headers.etag) })).statusCode).toBe(200)
  const first = await served.app.inject({ url: '/api/count', headers })
  const tag = String(first.headers.etag)
  expect(tag).toMatch(/^W\/"[\w-]{27}"$/)
  for (const method of ['GET', 'HEAD'] as const) {
    const same = await served.app.inject({ method, url: '/api/count', headers: { ...headers, 'if-none-match': tag } })
    expect([same.statusCode, same.body]).toEqual([304, ''])
  }
})
