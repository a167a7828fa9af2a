import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlaceOnMap } from '../../6-answer/index.ts'
import { VERSION } from '../../read.ts'
import { keptReading, placed } from '../service/schemas/held.ts'
import { news } from '../service/schemas/news.ts'
import { REPORTS, type Served, serveFixture } from './fixture.ts'

let served: Served
let document: string
beforeAll(async () => {
  served = await serveFixture()
  document = (await get('/api/documents')).json().rows[0].document
}, 60_000)
afterAll(() => served.close())

const get = (url: string, headers: Record<string, string> = {}) => served.app.inject({ url, headers })

describe('a report as it is read', () => {
  it('comes with its actors and records, all by exact words', async () => {
    const response = await get(`/api/documents/${document}/reading`)
    expect(response.statusCode).toBe(200)
    const kept = keptReading.parse(response.json())
    expect([kept.version, kept.document.text]).toEqual([1, REPORTS[0].text])
    expect(kept.actors.map((a) => a.name)).toEqual(expect.arrayContaining(['Arendia', 'Borland', 'Velmar']))
    const places = kept.records.map((r) => r.evidence[0]!.start)
    expect(places.length).toBeGreaterThan(3)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { start, end, words } of kept.records.flatMap((r) => r.evidence))
      expect(kept.document.text.slice(start, end)).toBe(words)
    const again = await get(`/api/documents/${document}/reading`, { 'if-none-match': String(response.headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  it.each([
    ['version=0', 400, 'request-invalid'],
    ['version=1.5', 400, 'request-invalid'],
    ['version=1e99', 400, 'request-invalid'],
    ['version=one', 400, 'request-invalid'],
    ['known=soon', 400, 'request-invalid'],
    ['asOf=2031-05-14', 400, 'request-invalid'],
    ['version=2', 404, 'not-found'],
    ['known=2001-01-01', 404, 'not-found'],
  ])('answers %s with %i', async (query, status, code) => {
    expect((await get(`/api/documents/${document}/reading?${query}`)).json()).toMatchObject({ status, code })
  })

  it('asks for a document by its id alone', async () => {
    for (const id of ['1', "1'%20or%20'1'='1", '..%2F..%2Fetc%2Fpasswd'])
      expect((await get(`/api/documents/${id}/reading`)).json()).toMatchObject({ status: 400 })
  })
})

describe('rules', () => {
  it('of every record of a report are told', async () => {
    const { records } = (await get(`/api/documents/${document}/reading`)).json()
    for (const { record } of records) {
      const response = await get(`/api/rules/${encodeURIComponent(record.rule)}`)
      expect(response.json(), record.rule).toMatchObject({ id: record.rule, reason: expect.stringMatching(/\w/) })
    }
    expect((await get('/api/rules/agree.sign')).json().yes.length).toBeGreaterThan(0)
    expect((await get('/api/rules/office.minister%2Fbearer.become')).json()).toMatchObject({ kind: 'row' })
  })

  it.each(['nobody', '__proto__', 'constructor', '..%2Fgazetteer', '%00'])('know no %s', async (id) => {
    expect((await get(`/api/rules/${id}`)).json()).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('news', () => {
  it('is what was recorded since', async () => {
    const all = news.parse((await get('/api/news')).json())
    expect(all.reports.map((r) => r.publisher).sort()).toEqual(['Lissan Post', 'Meridian Wire'])
    expect(all.waiting.records).toBe((await served.ledger.count()).records)
    const none = (await get(`/api/news?recordedSince=${all.lastRecordedAt}`)).json()
    expect(none.reports).toEqual([])
    expect((await get('/api/news?limit=1')).json()).toMatchObject({ more: true, reports: [{ outcome: 'new' }] })
  })

  it.each(['recordedSince=yesterday', 'known=2031-02-30', 'limit=0', 'since=2031-01-01'])(
    'refuses %s',
    async (query) => {
      expect((await get(`/api/news?${query}`)).json()).toMatchObject({ status: 400, code: 'request-invalid' })
    },
  )
})

describe('places', () => {
  const post = (id: string, payload: object) =>
    served.app.inject({ method: 'POST', url: `/api/actors/${id}/place`, payload })

  it('are placed by hand, and shown so', async () => {
    const tarn = async () => (await get('/api/places')).json().rows.find((r: PlaceOnMap) => r.place.name === 'Tarn')
    const before = await tarn()
    expect(before.happenings.length).toBeGreaterThan(0)
    const made = await post(before.place.id, { lat: 41.5, lon: -3.25, why: 'known to the desk' })
    expect(placed.parse(made.json())).toMatchObject({ position: { lat: 41.5, lon: -3.25 }, by: 'local' })
    expect(await tarn()).toMatchObject({ by: 'hand', position: { lat: 41.5, lon: -3.25 } })
    expect((await post(before.place.id, { lat: null, lon: null })).statusCode).toBe(200)
    expect((await tarn()).by).toBe(before.by)
  })

  it.each([
    [{ lat: 90.01, lon: 0 }],
    [{ lat: 0, lon: -181 }],
    [{ lat: '1', lon: 1 }],
    [{ lat: 1 }],
    [{ lat: null, lon: 1 }],
    [{ lat: 1, lon: 1, by: 'somebody else' }],
    [{ lat: 1, lon: 1, why: 'x'.repeat(2001) }],
  ])('refuse %j', async (payload) => {
    const { actor } = (await served.ledger.links((await served.ledger.actors({ limit: 1 }))[0]!.id))[0]!
    expect((await post(actor, payload)).json()).toMatchObject({ status: 400, code: 'request-invalid' })
  })

  it('are those of actors that are there, and of numbers that JSON has', async () => {
    const nobody = '01a20776-4f81-7000-b236-1776c66f2fb6'
    expect((await post(nobody, { lat: 1, lon: 1 })).json()).toMatchObject({ status: 404 })
    expect((await post('1', { lat: 1, lon: 1 })).json()).toMatchObject({ status: 400 })
    const url = `/api/actors/${nobody}/place`
    const huge = { method: 'POST' as const, url, headers: { 'content-type': 'application/json' } }
    for (const payload of ['{"lat":1e999,"lon":0}', '{"lat":NaN,"lon":0}'])
      expect((await served.app.inject({ ...huge, payload })).statusCode).toBe(400)
  })
})

describe('who asks', () => {
  it('is told, with the program that answers', async () => {
    expect((await get('/api/me')).json()).toEqual({
      name: 'local',
      role: 'admin',
      version: VERSION,
      ledger: 'folder',
      tokensRequired: false,
    })
  })
})

describe('the description', () => {
  it('holds the routes', async () => {
    const { paths, components } = (await get('/openapi.json')).json()
    for (const path of ['/api/documents/{id}/reading', '/api/rules/{id}', '/api/me', '/api/news', '/api/places'])
      expect(Object.keys(paths)).toContain(path)
    for (const shape of ['KeptReading', 'Rule', 'Me', 'News', 'PlaceOnMap', 'Placed'])
      expect(components.schemas).toHaveProperty(shape)
  })
})
