import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLedger } from '../src/ledger.ts'
import { type Child, start } from './child.ts'
import { onServer, serverAnswers, urlOf, whyNot } from './ledger/stores.ts'
import { readout } from './program.ts'

/** One PostgreSQL database, several programs, and what can go wrong between them. */
const folder = mkdtempSync(path.join(tmpdir(), 'readout-safety-'))
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })
const NAMES = ['Arendia', 'Borland', 'Cassia', 'Velmar']

const reportOf = (i: number) => ({
  id: `r${i}`,
  text: `${NAMES[i % 4]} signed agreement ${i} with ${NAMES[(i + 1) % 4]} on ${1 + (i % 28)} May 2031.`,
  publishedAt: '2031-05-30',
  publisher: 'Meridian Wire',
})
const reports = (count: number) => Array.from({ length: count }, (_, i) => reportOf(i))

describe.skipIf(!serverAnswers)(`several programs on one database${whyNot}`, () => {
  let made = 0
  let database: string
  let env: Record<string, string>
  const children: Child[] = []
  beforeEach(async () => {
    database = `readout_safety_${process.pid}_${made++}`
    await onServer(`create database ${database}`)
    env = { DATABASE_URL: urlOf(database) }
  })
  afterEach(async () => {
    for (const child of children.splice(0)) await child.kill('SIGKILL')
    await onServer(`drop database if exists ${database} with (force)`)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** The texts that are held, each with how often; and that every promise is kept. */
  async function heldTexts(): Promise<string[]> {
    const ledger = await openLedger({ databaseUrl: env.DATABASE_URL! }, { clock: Date.now })
    try {
      expect(await ledger.doctor()).toEqual([])
      return (await ledger.documents({ limit: 1000 })).map((d) => d.text).sort()
    } finally {
      await ledger.close()
    }
  }

  it('L17: two servers and a command that write the same reports at once keep each once', async () => {
    const file = path.join(folder, 'both.jsonl')
    writeFileSync(
      file,
      reports(12)
        .map((r) => JSON.stringify(r))
        .join('\n'),
    )
    const serve = () => start(['serve', '--port', '0', '--threads', '1'], /readout serves (\S+)/, env)
    children.push(...(await Promise.all([serve(), serve()])))
    const post = async ({ told }: Child): Promise<string[]> => {
      const body = JSON.stringify({ documents: reports(12) })
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${told[1]}/api/documents`, { method: 'POST', body, headers })
      const { documents } = (await response.json()) as { documents: readonly { outcome: string }[] }
      return documents.map((d) => d.outcome)
    }
    const adding = start(['add', file, '--threads', '1', '--json'], /\n/, env)
    const [first, second, child] = await Promise.all([post(children[0]!), post(children[1]!), adding])
    expect(await child.ended).toBe(0)
    const added = child
      .output()
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { outcome: string }).outcome)
    const outcomes = [...first, ...second, ...added]
    expect(outcomes.filter((o) => o === 'new').length).toBe(12)
    expect(outcomes.filter((o) => o === 'same').length).toBe(24)
    expect(await heldTexts()).toEqual(
      reports(12)
        .map((r) => r.text)
        .sort(),
    )
    const counts = await Promise.all(children.map(async ({ told }) => (await fetch(`${told[1]}/api/count`)).json()))
    expect(counts[0]).toEqual(counts[1])
  })

  it('L17: a connection lost while adding is told; nothing is lost, and adding again does the rest', async () => {
    const file = path.join(folder, 'lost.jsonl')
    writeFileSync(
      file,
      reports(40)
        .map((r) => JSON.stringify(r))
        .join('\n'),
    )
    const child = await start(['add', file, '--threads', '1'], /^new .*\n.*^new /ms, env)
    let over = false
    void child.ended.then(() => (over = true))
    while (!over) {
      await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`)
      await sleep(5)
    }
    expect(await child.ended).toBe(1)
    expect(child.errors()).toMatch(/database does not answer .*add it again \[ledger-unreachable\]\n$/)
    const acknowledged = [...child.output().matchAll(/^new +\S+:(\d+) /gm)].map((m) => reportOf(Number(m[1]) - 1).text)
    expect(acknowledged.length).toBeGreaterThanOrEqual(2)
    expect(await heldTexts()).toEqual(expect.arrayContaining(acknowledged))
    const again = readout(['add', file], '', env)
    expect(again).toMatchObject({ status: 0, stderr: '' })
    expect(again.stdout).toMatch(/\d+ new, \d+ the same\n$/)
    expect(await heldTexts()).toEqual(
      reports(40)
        .map((r) => r.text)
        .sort(),
    )
  })
})
