import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openLedger } from '../src/ledger.ts'
import { start } from './child.ts'
import { onServer, serverAnswers, urlOf, whyNot } from './ledger/stores.ts'
import { type Run, readout } from './program.ts'

/** Bulk by many processes on one PostgreSQL, as a user runs it. */
const database = `readout_work_${process.pid}`
const folder = mkdtempSync(path.join(tmpdir(), 'readout-work-'))
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 })
const REPORTS = 200
const NAMES = ['Arendia', 'Borland', 'Cassia', 'Velmar']

const reportOf = (i: number) => ({
  id: `r${i}`,
  text: `${NAMES[i % 4]} signed agreement ${i} with ${NAMES[(i + 1) % 4]} on ${1 + (i % 28)} May 2031.`,
  publishedAt: '2031-05-30',
  publisher: `Wire ${i % 3}`,
})
const file = path.join(folder, 'reports.jsonl')
const lines = Array.from({ length: REPORTS }, (_, i) => JSON.stringify(reportOf(i)))
writeFileSync(file, `${lines.slice(0, 100).join('\n')}\n{"broken\n${lines.slice(100).join('\n')}\n`)

describe('without a server', () => {
  it('the queue says what it needs, and what does without', () => {
    for (const args of [['work'], ['work', '--status'], ['add', '--queue', file]]) {
      const { status, stderr } = readout(args, '', { DATABASE_URL: '' })
      expect(status, args.join(' ')).toBe(2)
      expect(stderr).toMatch(/set DATABASE_URL.*readout add reads.*\[usage\]/)
    }
  })
})

describe.skipIf(!serverAnswers)(`readout work${whyNot}`, () => {
  const env = { DATABASE_URL: urlOf(database) }
  const run = (...args: string[]): Run => readout(args, '', env)
  beforeAll(() => onServer(`create database ${database}`))
  afterAll(async () => {
    await onServer(`drop database if exists ${database} with (force)`)
    rmSync(folder, { recursive: true })
  })

  it('puts reports on the queue at once, and tells what it could not open', () => {
    const put = run('add', '--queue', file, '--reliability', 'B')
    expect(put.stdout).toBe(`${REPORTS} on the queue, 1 failed: readout work reads and keeps them\n`)
    expect(put.stderr).toMatch(/reports\.jsonl:101: .*\[input-not-json\]/)
    expect(put.status).toBe(1)
    expect(JSON.parse(run('work', '--status', '--json').stdout)).toEqual({ waiting: REPORTS, working: 0, failed: 0 })
  })

  it('three processes, one of them killed in the middle: every document is kept once', async () => {
    const work = () => start(['work', '--until-empty', '--threads', '1'], /^new .*\n.*^new /ms, env)
    const [killed, ...others] = await Promise.all([work(), work(), work()])
    await killed!.kill('SIGKILL')
    for (const other of others) {
      expect(await other.ended, other.errors()).toBe(0)
      expect(other.output()).toMatch(/\d+ new/)
    }
    const ledger = await openLedger({ databaseUrl: env.DATABASE_URL }, { clock: Date.now })
    try {
      const held = await ledger.documents({ limit: 1000 })
      expect(held.map((d) => d.text).sort()).toEqual(Array.from({ length: REPORTS }, (_, i) => reportOf(i).text).sort())
      expect(held.every((d) => d.version === 1)).toBe(true)
      expect((await ledger.publishers()).map((p) => p.reliability)).toEqual(['B', 'B', 'B'])
      expect(await ledger.doctor()).toEqual([])
    } finally {
      await ledger.close()
    }
    expect(JSON.parse(run('work', '--status', '--json').stdout)).toEqual({ waiting: 0, working: 0, failed: 0 })
  })

  it('what is held is not read again, and a worker that waits ends with a signal', async () => {
    expect(run('add', '--queue', file).status).toBe(1)
    const worker = await start(['work', '--threads', '2'], /^same .*\n.*^same /ms, env)
    while (worker.output().split('\n').length <= REPORTS) await sleep(50)
    await worker.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    expect(worker.output()).toContain(`0 new, ${REPORTS} the same\n`)
    expect(run('work', '--failed').stdout).toBe('Nothing failed.\n')
  })
})
