import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ReadoutError } from '../../model/errors.ts'
import { type FixtureOptions, servedForEach } from './fixture.ts'

const serve = servedForEach()

const HIDDEN = 'connect ECONNREFUSED 10.0.0.5:5432'
const fail = async (): Promise<never> => {
  throw new ReadoutError('ledger-unreachable', `the ledger's database does not answer (${HIDDEN})`)
}
const failing: FixtureOptions = { around: (ledger) => ({ ...ledger, count: fail, addReading: fail }) }
const TEXTS = [{ text: 'Arendia met Borland.' }, { text: 'Velmar met Cassia.' }]

it('callers are told in plain words that the ledger does not answer, the log has its own', async () => {
  const served = await serve(failing)
  const response = await served.app.inject('/api/count')
  expect(response.json()).toMatchObject({ status: 503, code: 'ledger-unreachable' })
  expect(response.body).not.toContain('ECONNREFUSED')
  expect(String(served.complaints)).toContain(HIDDEN)
}, 60_000)

it('who may open the ledger himself is told all', async () => {
  const served = await serve(failing)
  const response = await served.app.inject({
    method: 'POST',
    url: '/api/ledger/count',
    payload: { args: [] },
    headers: { authorization: `Bearer ${served.tokens.ownerKey()}` },
  })
  expect(response.json()).toMatchObject({ code: 'ledger-unreachable', detail: expect.stringContaining(HIDDEN) })
}, 60_000)

it('faults while many are added stand in the log, each of them, and mistakes do not', async () => {
  const served = await serve(failing)
  for (const accept of ['application/json', 'text/event-stream']) {
    served.complaints.length = 0
    const documents = [...TEXTS, { url: 'http://127.0.0.1:9/' }]
    const response = await served.app.inject({
      method: 'POST',
      url: '/api/documents',
      payload: { documents },
      headers: { accept },
    })
    expect(response.body).toContain('"ledger-unreachable"')
    expect(response.body).not.toContain('ECONNREFUSED')
    expect(served.complaints.map(String), accept).toHaveLength(TEXTS.length)
  }
}, 60_000)

it('a broken list of tokens is a fault of the server, told without its path', async () => {
  const served = await serve({ required: true })
  const { folder } = served
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'tokens.json'), '{')
  const response = await served.app.inject({ url: '/api/count', headers: { authorization: 'Bearer readout_x' } })
  expect(response.json()).toMatchObject({ status: 500, code: 'internal' })
  expect(response.body).not.toMatch(/tokens|readout-http/)
  expect(String(served.complaints)).toContain('tokens.json')
}, 60_000)
