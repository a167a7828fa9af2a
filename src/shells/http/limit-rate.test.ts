import type { InjectOptions } from 'fastify'
import { expect, it } from 'vitest'
import { servedForEach } from './fixture.ts'

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const serve = servedForEach()

it('counts what is refused, and writes no more of it down than is let through', async () => {
  const served = await serve({ required: true, rate: 3 })
  const reader = bearer(served.tokens.make('desk', 'reader').secret)
  const wrong: InjectOptions[] = [
    { url: '/api/actors' },
    { url: '/api/actors', headers: bearer('readout_guess') },
    { method: 'POST', url: '/api/judgements/undo', payload: {}, headers: reader },
  ]
  const codes = []
  for (const request of [...wrong, ...wrong]) codes.push((await served.app.inject(request)).statusCode)
  expect(codes).toEqual([401, 401, 403, 429, 429, 429])
  expect(served.audited.map((entry) => entry.status)).toEqual([401, 401, 403])
}, 60_000)

it('counts calls by a foreign name, also for what is not there', async () => {
  const served = await serve({ rate: 2 })
  const codes = []
  for (const url of ['/none', '/none', '/none', '/api/actors', '/api/actors', '/api/actors'])
    codes.push((await served.app.inject({ url, headers: { host: 'evil.example' } })).statusCode)
  expect(codes).toEqual([403, 403, 429, 403, 403, 429])
}, 60_000)

it('counts what reads reports apart, a quarter as often', async () => {
  const served = await serve({ rate: 4 })
  const read = () => served.app.inject({ method: 'POST', url: '/api/read', payload: { text: 'Arendia met Borland.' } })
  expect((await read()).statusCode).toBe(200)
  expect((await read()).statusCode).toBe(429)
  expect((await served.app.inject('/api/actors')).statusCode).toBe(200)
}, 60_000)

it('takes a network of IPv6 for one address, and IPv4 written as IPv6 for itself', async () => {
  const served = await serve({ rate: 1 })
  const from = async (remoteAddress: string) =>
    (await served.app.inject({ url: '/api/actors', remoteAddress })).statusCode
  expect(await from('2001:db8:1:2::1')).toBe(200)
  expect(await from('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(429)
  expect(await from('2001:db8:1:3::1')).toBe(200)
  expect(await from('192.0.2.1')).toBe(200)
  expect(await from('::ffff:192.0.2.1')).toBe(429)
}, 60_000)
