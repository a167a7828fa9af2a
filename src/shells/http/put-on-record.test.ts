import { connect } from 'node:net'
import { expect, it, vi } from 'vitest'
import type { Ledger } from '../../ledger.ts'
import { type FixtureOptions, type Served, servedForEach } from './fixture.ts'

const serveEmpty = servedForEach()
/** What is waited for before a report is kept. */
let keeping: () => Promise<void>

const slowed = (ledger: Ledger): Ledger => ({
  ...ledger,
  addReading: async (...given) => {
    await keeping()
    return ledger.addReading(...given)
  },
})

async function serve(options: FixtureOptions = {}): Promise<Served> {
  keeping = async () => undefined
  return serveEmpty({ around: slowed, ...options })
}

/** Sends a request over a socket of its own and hangs up as soon as `until` holds. */
async function hangUp(served: Served, url: string, body: object, headers: string, until: () => boolean): Promise<void> {
  const { port } = new URL(await served.app.listen({ port: 0, host: '127.0.0.1' }))
  const text = JSON.stringify(body)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.resume()
  socket.write(
    `POST ${url} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n${headers}\r\n${text}`,
  )
  await vi.waitFor(() => expect(until()).toBe(true), 20_000)
  socket.destroy()
}

const stages = ({ audited }: Served) => audited.map(({ stage, status }) => [stage, status])

it('has a deed before it is done, and what became of it', async () => {
  const served = await serve()
  const before: unknown[] = []
  keeping = async () => void before.push(...stages(served))
  await served.app.inject({ method: 'POST', url: '/api/documents', payload: { text: 'Arendia met Borland.' } })
  expect(before).toEqual([['begun', null]])
  expect(stages(served)).toEqual([
    ['begun', null],
    ['answered', 200],
  ])
  expect(new Set(served.audited.map((entry) => entry.deed)).size).toBe(1)
}, 60_000)

/** Sends a request, hangs up while its report is being kept, and lets that go on. */
async function hangUpWhileKeeping(served: Served, body: object, headers = ''): Promise<void> {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  let adding = false
  keeping = async () => {
    adding = true
    await held
  }
  await hangUp(served, '/api/documents', body, headers, () => adding)
  await new Promise((resolve) => setTimeout(resolve, 100))
  release()
}

it('has the deed of one who hung up', async () => {
  const served = await serve()
  await hangUpWhileKeeping(served, { text: 'Arendia met Borland.' })
  await vi.waitFor(() => expect(served.audited).toHaveLength(2), 10_000)
  expect(stages(served)).toEqual([
    ['begun', null],
    ['left', 200],
  ])
  expect(await served.ledger.count()).toMatchObject({ documents: 1 })
}, 60_000)

it('has what is told by events: to its end, and where who asked hung up', async () => {
  const served = await serve()
  const documents = [{ text: 'Arendia met Borland.' }]
  const headers = { accept: 'text/event-stream' }
  await served.app.inject({ method: 'POST', url: '/api/documents', payload: { documents }, headers })
  await vi.waitFor(() => expect(served.audited).toHaveLength(2), 10_000)
  await hangUpWhileKeeping(served, { documents }, 'accept: text/event-stream\r\n')
  await vi.waitFor(() => expect(served.audited).toHaveLength(4), 10_000)
  expect(stages(served)).toEqual([
    ['begun', null],
    ['answered', 200],
    ['begun', null],
    ['left', 200],
  ])
}, 60_000)

it('does nothing that cannot be put on record', async () => {
  const served = await serve({
    audit: () => {
      throw new Error('no space left on device')
    },
  })
  const payload = { text: 'Arendia met Borland.' }
  expect((await served.app.inject({ method: 'POST', url: '/api/documents', payload })).statusCode).toBe(500)
  expect(await served.ledger.count()).toMatchObject({ documents: 0 })
  expect(served.complaints.map(String)).toContain('Error: no space left on device')
  expect((await served.app.inject('/api/actors')).statusCode).toBe(200)
}, 60_000)
