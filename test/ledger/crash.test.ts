import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type Ledger, openLedger, type Place, restore } from '../../src/ledger.ts'
import { numbered, RECORDS_EACH } from './numbered.ts'
import { onBothStores, onServer } from './stores.ts'

const CHILD = path.join(import.meta.dirname, 'add-forever.ts')
const ROUNDS = Number(process.env.READOUT_CRASH_ROUNDS ?? 3)
/** Fixed so that a failure can be repeated; what the machine is doing at that moment is not ours to fix. */
const DELAYS = [40, 170, 5, 330, 90, 15, 240, 60, 130, 2]

const start = (place: Place, from: number): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', CHILD, JSON.stringify(place), String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Runs the child until it is open, lets it add for a while, kills it; gives the numbers that it acknowledged. */
async function crash(place: Place, from: number, delay: number): Promise<number[]> {
  const child = start(place, from)
  let output = ''
  let errors = ''
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  child.stdout!.on('data', (data: Buffer) => {
    output += String(data)
    if (output.includes('\n', 5)) open()
  })
  child.stderr!.on('data', (data: Buffer) => {
    errors += String(data)
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await Promise.race([opened, ended])
  await new Promise((resolve) => setTimeout(resolve, delay))
  child.kill('SIGKILL')
  await ended
  if (!output.startsWith('open')) throw new Error(`the child did not open the ledger: ${errors}`)
  return output.split('\n').slice(1, -1).map(Number)
}

/** Each article that was acknowledged is there whole, in the version acknowledged last or the one that was under way. */
async function expectWhole(l: Ledger, acknowledged: readonly number[]): Promise<void> {
  const documents = await l.documents()
  const urls = new Map(documents.map((d) => [d.url, d]))
  for (const n of acknowledged) {
    const reading = numbered(n)
    const held = urls.get(reading.document.url!)
    expect(held?.versions.map((v) => v.textHash)).toContain(reading.document.id)
  }
  for (const d of documents) expect((await l.records({ documents: [d.document] })).length).toBe(RECORDS_EACH)
  expect(await l.doctor()).toEqual([])
}

onBothStores('crashes', ({ store, place, ledger, close }) => {
  it(`L15: killed ${ROUNDS} times while adding: nothing acknowledged is lost, nothing is half there`, {
    timeout: 600_000,
  }, async () => {
    const acknowledged: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await crash(place(), (acknowledged.at(-1) ?? 0) + 1, DELAYS[round % DELAYS.length]!)))
      const l = await openLedger(place(), { clock: () => Date.now() })
      await expectWhole(l, acknowledged)
      await l.close()
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
  })

  it.runIf(store === 'PGlite')(
    'L16: a folder that is open elsewhere is refused with the process that has it',
    { timeout: 60_000 },
    async () => {
      await ledger()
      await expect(openLedger(place(), { clock: () => 0 })).rejects.toMatchObject({
        code: 'ledger-locked',
        message: expect.stringContaining(String(process.pid)),
      })
      const child = start(place(), 1)
      let errors = ''
      child.stderr!.on('data', (data: Buffer) => {
        errors += String(data)
      })
      await new Promise((resolve) => child.on('close', resolve))
      expect(errors).toContain(`is open in process ${process.pid}`)
    },
  )

  it.runIf(store === 'PGlite')('L16: the lock of a process that is gone is taken over', async () => {
    await close()
    const { folder } = place() as { folder: string }
    const lock = `${folder}.lock`
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 30, started: null }))
    writeFileSync(`${lock}.recover`, JSON.stringify({ pid: 2 ** 30, started: null }))
    await ledger()
    await close()
    expect([existsSync(lock), existsSync(`${lock}.recover`)]).toEqual([false, false])
  })

  it.runIf(store === 'PGlite')(
    'L18: a backup is restored whole, and never over another ledger',
    { timeout: 60_000 },
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'readout-backup-'))
      try {
        const l = await ledger()
        await l.addReading(numbered(1))
        const records = await l.records()
        await l.backup(path.join(folder, 'copy.tgz'))
        await close()
        await restore(path.join(folder, 'copy.tgz'), path.join(folder, 'restored'))
        await expect(restore(path.join(folder, 'copy.tgz'), path.join(folder, 'restored'))).rejects.toMatchObject({
          code: 'output-failed',
        })
        await expect(restore(path.join(folder, 'none.tgz'), path.join(folder, 'other'))).rejects.toMatchObject({
          code: 'ledger-missing',
        })
        const copy = await openLedger({ folder: path.join(folder, 'restored') }, { clock: () => 0 })
        const names = await Promise.all(
          ['t3', 't2', 't1', 't0'].map((name) => copy.named(name).then((n) => n.records())),
        )
        await copy.close()
        expect(names.find((list) => list.length > 0)).toEqual(records)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )

  it.runIf(store === 'PostgreSQL')(
    'L17: a lost connection is told, and the next question finds the server again',
    async () => {
      const l = await ledger()
      await l.addReading(numbered(1))
      const { databaseUrl } = place() as { databaseUrl: string }
      const database = new URL(databaseUrl).pathname.slice(1)
      const adding = Promise.allSettled(Array.from({ length: 6 }, (_, k) => l.addReading(numbered(4 + 3 * k))))
      await new Promise((resolve) => setTimeout(resolve, 30))
      await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`)
      const settled = await adding
      for (const s of settled)
        if (s.status === 'rejected') expect(s.reason).toMatchObject({ code: 'ledger-unreachable' })
      for (let k = 0; k < 6; k++) await l.addReading(numbered(4 + 3 * k))
      expect((await l.documents()).length).toBe(7)
      expect((await l.records()).length).toBe(7 * RECORDS_EACH)
      expect(await l.doctor()).toEqual([])
    },
  )

  it.runIf(store === 'PostgreSQL')('L17: a server that does not answer is told', async () => {
    await expect(
      openLedger({ databaseUrl: 'postgres://postgres@127.0.0.1:1/none' }, { clock: () => 0 }),
    ).rejects.toMatchObject({ code: 'ledger-unreachable' })
  })

  it.runIf(store === 'PostgreSQL')('L17: two servers that write the same report at once keep it once', async () => {
    const l = await ledger()
    const other = await openLedger(place(), { clock: () => Date.now() })
    try {
      const name = `both-${process.pid}`
      const [a, b] = [await l.named(name), await other.named(name)]
      const outcomes = await Promise.all(
        [1, 2, 4, 5].flatMap((n) => [a.addReading(numbered(n)), b.addReading(numbered(n))]),
      )
      expect(outcomes.filter((o) => o.outcome === 'new').length).toBe(4)
      expect(await a.count()).toMatchObject({ documents: 4, records: 4 * RECORDS_EACH })
      expect((await a.actors({ name: 'Envoy 1' })).length).toBe(1)
    } finally {
      await other.close()
    }
  })
})
