import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldDocument, heldRecord, judgement } from '../service/schemas/held.ts'
import { REPORTS, type Served, serveFixture } from './fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveFixture()
}, 60_000)
afterAll(() => served.close())

const get = async (url: string) => (await served.app.inject(url)).json()
const post = (url: string, payload: object, headers = {}) =>
  served.app.inject({ method: 'POST', url, payload, headers })

describe('adding', () => {
  it('keeps a report once', async () => {
    const report = {
      text: 'Cassia opened talks with Velmar on Monday.',
      publishedAt: '2031-05-20',
      publisher: 'Lissan Post',
    }
    expect((await post('/api/documents', report)).json().documents).toMatchObject([
      { index: 0, outcome: 'new', version: 1 },
    ])
    expect((await post('/api/documents', report)).json().documents).toMatchObject([{ outcome: 'same' }])
  })

  it('tells of many as they are kept, by events; one that fails stops nothing', async () => {
    const documents = [
      { text: 'Borland recalled its envoy from Velmar on Monday.', publishedAt: '2031-06-03' },
      { url: 'http://127.0.0.1:9/' },
      { text: 'data: {"done":9}\n\nevent: end\n\nArendia met Borland on Monday.', publishedAt: '2031-06-03' },
    ]
    const response = await post('/api/documents', { documents }, { accept: 'text/event-stream' })
    expect(response.headers['content-type']).toContain('text/event-stream')
    const events = response.body
      .split('\n\n')
      .filter(Boolean)
      .map((event) => ({ name: /^event: (.*)$/m.exec(event)![1], data: JSON.parse(/^data: (.*)$/m.exec(event)![1]!) }))
    expect(events.map(({ name }) => name)).toEqual(['added', 'failed', 'added', 'end'])
    expect(events[0]!.data).toMatchObject({ done: 1, of: 3, index: 0, outcome: 'new' })
    expect(events[1]!.data.problem).toMatchObject({ code: 'fetch-failed', status: 502 })
    expect(events[3]!.data).toEqual({ done: 3, of: 3, failed: 1 })
  })

  it('tells of many at once where no events are asked for', async () => {
    const { documents } = (await post('/api/documents', { documents: REPORTS.slice(0, 2) })).json()
    expect(documents.map((d: { outcome: string }) => d.outcome)).toEqual(['same', 'same'])
  })

  it('takes a file', async () => {
    const response = await served.app.inject({
      method: 'POST',
      url: '/api/documents/file?publishedAt=2031-06-05',
      payload: 'Velmar closed its border with Tarn on Monday.',
      headers: { 'content-type': 'text/plain' },
    })
    expect(response.json().documents).toMatchObject([{ outcome: 'new' }])
    expect(
      (
        await served.app.inject({
          method: 'POST',
          url: '/api/documents/file',
          payload: Buffer.from([0, 1, 2, 255, 254, 0]),
          headers: { 'content-type': 'application/octet-stream' },
        })
      ).json(),
    ).toMatchObject({ status: 422 })
  })
})

describe('single things', () => {
  it('are given with their exact words', async () => {
    const { rows } = await get('/api/documents?limit=2')
    const document = heldDocument.parse(await get(`/api/documents/${rows[0].document}`))
    const [held] = await served.ledger.records({ documents: [document.document], limit: 1 })
    const record = heldRecord.parse(await get(`/api/records/${held!.id}`))
    for (const { start, end, words } of record.evidence) expect(document.text.slice(start, end)).toBe(words)
    expect(await get(`/api/records/${held!.id}/corroboration`)).toMatchObject({ reports: 1 })
  })

  it('that are not there are no secret', async () => {
    for (const room of ['records', 'documents'])
      expect(await get(`/api/${room}/01a20776-4f81-7000-b236-1776c66f2fb6`)).toMatchObject({
        code: 'not-found',
        status: 404,
      })
  })

  it('documents go on by cursor', async () => {
    const first = await get('/api/documents?limit=1')
    const second = await get(`/api/documents?limit=1&cursor=${first.next}`)
    expect(second.rows[0].document).not.toBe(first.rows[0].document)
  })
})

describe('judgements', () => {
  it('change what is answered, and can be taken back', async () => {
    const before = await get('/api/timeline?types=ACCUSE')
    const [{ record }] = before.rows[0].citations
    const made = judgement.parse((await post(`/api/records/${record}/reject`, { why: 'misread' })).json())
    expect(made).toMatchObject({ action: 'reject', by: 'local', why: 'misread' })
    expect((await get('/api/timeline?types=ACCUSE')).rows).toEqual([])
    expect((await post('/api/judgements/undo', {})).json()).toMatchObject({ action: 'undo', undoes: made.id })
    expect((await get('/api/timeline?types=ACCUSE')).rows.length).toBe(1)
  })

  it('correct whom a record names, and refuse what would make no record', async () => {
    const [{ citations }] = (await get('/api/timeline?types=ACCUSE')).rows
    const url = `/api/records/${citations[0].record}/correct`
    const correct = (correction: object) => post(url, { correction, why: 'misread' })
    expect((await correct({ fields: { actors: null } })).json()).toMatchObject({
      code: 'judgement-invalid',
      status: 409,
    })
    expect((await correct({ subtype: 'FEAST' })).json()).toMatchObject({ code: 'judgement-invalid', status: 409 })
    expect((await correct({ actors: { doer: [] } })).json()).toMatchObject({ code: 'request-invalid', status: 400 })
    expect((await correct({ actors: { actor: [{ name: 'Tarsk', type: 'state' }] } })).statusCode).toBe(200)
    expect((await get('/api/timeline?types=ACCUSE')).rows[0].actors).toMatchObject([{ name: 'Tarsk' }])
    expect((await post('/api/judgements/undo', {})).statusCode).toBe(200)
  })

  it('merge and split actors', async () => {
    const actors = (await get('/api/actors')).rows as { id: string; name: string }[]
    const [first, second] = ['Arendia', 'Velmar'].map((name) => actors.find((a) => a.name === name)!.id)
    expect((await post('/api/actors/merge', { first, second })).statusCode).toBe(200)
    expect((await get('/api/actor?name=Velmar')).rows[0].actor.id).toBe(first)
    expect((await post(`/api/actors/${second}/split`, {})).statusCode).toBe(200)
    expect((await post('/api/actors/merge', { first, second: first })).json()).toMatchObject({
      code: 'judgement-invalid',
      status: 409,
    })
  })
})

describe('tables', () => {
  it('hold no formula, whatever a report is called', async () => {
    const response = await served.app.inject('/api/timeline?format=csv')
    expect(response.headers['content-type']).toContain('text/csv')
    expect(response.headers['content-disposition']).toContain('attachment')
    expect(response.body.split('\r\n')[0]).toContain('when.from')
    expect(response.body).not.toMatch(/(^|,|\n)"?[=@]/)
  })
})
