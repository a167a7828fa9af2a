import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { start } from './child.ts'
import { onServer, serverAnswers, urlOf, whyNot } from './ledger/stores.ts'

/** A command that runs until it is ended gets the signal as soon as anything of it can be seen from outside. */
const folder = mkdtempSync(path.join(tmpdir(), 'readout-signals-'))
const TRIES = [1, 2, 3]
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })
afterAll(() => rmSync(folder, { recursive: true }))

const ledgerOf = (name: string): string => path.join(folder, name)
const left = (ledger: string): string[] => ['.lock', '.server'].filter((end) => existsSync(`${ledger}${end}`))

/** The exit status of a command that gets a signal when `seen` first holds. */
async function signalled(
  args: readonly string[],
  seen: RegExp | (() => boolean | Promise<boolean>),
  env: Record<string, string> = {},
) {
  const child = await start([...args, '--threads', '1'], seen, env)
  await child.kill('SIGTERM')
  return { status: await child.ended, output: child.output(), errors: child.errors() }
}

describe('a signal at the first moment', () => {
  for (const command of ['serve --port 0', 'mcp'])
    it(`ends readout ${command} in order while it opens its ledger`, async () => {
      await Promise.all(
        TRIES.map(async (k) => {
          const ledger = ledgerOf(`${command.slice(0, 3)}-${k}`)
          const args = [...command.split(' '), '--ledger', ledger]
          const { status, errors } = await signalled(args, () => existsSync(`${ledger}.lock`))
          expect({ status, errors, left: left(ledger) }).toEqual({ status: 0, errors: '', left: [] })
        }),
      )
    })

  it('ends readout serve while it tells the story', async () => {
    const ledger = ledgerOf('story')
    const { status, output } = await signalled(['serve', '--story', '--port', '0', '--ledger', ledger], /^The ledger/)
    expect({ status, left: left(ledger) }).toEqual({ status: 0, left: [] })
    expect(output).not.toContain('readout serves')
  })

  it('ends readout watch during its first look', async () => {
    let asked = 0
    const feed = createServer((_, response) => {
      asked++
      response.setHeader('content-type', 'application/rss+xml').end('<rss><channel></channel></rss>')
    })
    await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(feed.address() as AddressInfo).port}/feed`
    for (const k of TRIES) {
      const args = ['watch', address, '--local', '--ledger', ledgerOf(`watch-${k}`)]
      expect(await signalled(args, () => asked === k)).toEqual({ status: 0, output: '', errors: '' })
    }
    feed.close()
  })
})

describe.skipIf(!serverAnswers)(`a signal at the first moment${whyNot}`, () => {
  const database = `readout_signals_${process.pid}`
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  const CONNECTED = 'select 1 from pg_stat_activity where datname = $1'
  beforeAll(async () => {
    await onServer(`create database ${database}`)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await onServer(`drop database if exists ${database} with (force)`)
  })

  it('ends readout work while it opens its queue', async () => {
    for (const _ of TRIES) {
      const connected = async () => (await client.query(CONNECTED, [database])).rows.length > 0
      const { status, output, errors } = await signalled(['work'], connected, { DATABASE_URL: urlOf(database) })
      expect({ status, output, errors }).toEqual({ status: 0, output: '0 new\n', errors: '' })
      await expect.poll(connected, { timeout: 10_000 }).toBe(false)
    }
  })
})
