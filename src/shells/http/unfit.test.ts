import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFixture } from './fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveFixture()
}, 60_000)
afterAll(async () => {
  expect(served.complaints).toEqual([])
  await served.close()
})

const post = (url: string, payload: object | string, headers = {}) =>
  served.app.inject({ method: 'POST', url, payload, headers })
const told = async (response: ReturnType<typeof post>, code: string, words: string): Promise<void> => {
  const { headers, json } = await response
  expect(headers['content-type']).toContain('application/problem+json')
  expect(json()).toMatchObject({ status: 400, code, detail: expect.stringContaining(words) })
}

describe('what no ledger holds is a mistake of who asks, and told', () => {
  it.each([
    '/api/timeline?about=%00',
    '/api/timeline?sources=Meridian%00Wire',
    '/api/search?words=a%00b',
    '/api/statements?by=%00',
    '/api/actor?name=%00',
    '/api/documents?publishers=%00',
    '/api/records?publishers=%00',
    '/api/export?format=csv&about=%00',
  ])('NUL in %s', (url) => told(served.app.inject(url) as never, 'usage', 'NUL'))

  it.each([
    '/api/timeline?since=0000-01-01',
    '/api/timeline?known=9999-12-31T23:59:59-14:00',
    '/api/timeline?known=0001-01-01T00:00%2B14:00',
    '/api/records?asOf=0000-12-31',
    '/api/documents?known=0000-01-01',
    '/api/news?recordedSince=0000-01-01',
    '/api/count?known=0000-01-01',
  ])('a year in %s', (url) => told(served.app.inject(url) as never, 'request-invalid', 'years 0001 to 9999'))

  it('a year that only the ledger meets: the Monday before the first of the calendar', async () => {
    const text = 'Arendia met Borland on Monday.'
    for (const publishedAt of ['0000-01-01', '0001-01-01', '9999-12-31'])
      await told(post('/api/documents', { text, publishedAt }), 'date-invalid', 'years 0001 to 9999')
  })

  it('the first and the last day are days', async () => {
    for (const url of ['/api/timeline?since=0001-01-01', '/api/timeline?known=9999-12-31'])
      expect((await served.app.inject(url)).statusCode).toBe(200)
  })
})

describe('where files are taken', () => {
  const json = { 'content-type': 'application/json' }
  it.each(['/api/read/file', '/api/documents/file'])('%s asks for the file where none is sent', async (url) => {
    for (const body of ['{"text":"Arendia met Borland."}', '"text"', 'null'])
      await told(post(url, body, json), 'request-invalid', 'send the file itself')
    await told(served.app.inject({ method: 'POST', url }) as never, 'request-invalid', 'send the file itself')
  })
})
