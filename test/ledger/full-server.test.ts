import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger.ts'
import { numbered, RECORDS_EACH } from './numbered.ts'
import { onServer, serverAnswers, urlOf } from './stores.ts'

const name = `readout_full_${process.pid}`
/** Where the server's own user may get in. */
const disk = mkdtempSync('/var/tmp/readout-disk-')

async function dataFolder(): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  const { rows } = await client.query('show data_directory').finally(() => client.end())
  return (rows[0] as { readonly data_directory: string }).data_directory
}

/** A small disk for the server's rows: it must be a server of this machine, and mounting is for the superuser. */
async function mount(): Promise<boolean> {
  if (!serverAnswers) return false
  try {
    const { uid, gid } = statSync(await dataFolder())
    const options = `size=64m,uid=${uid},gid=${gid},mode=700`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const mounted = await mount()
const why = mounted ? '' : ' (skipped: no PostgreSQL on this machine, or no right to mount a small disk)'

it.skipIf(!mounted)(
  `L17: a server whose disk is full is told; the same ledger goes on when there is room${why}`,
  {
    timeout: 120_000,
  },
  async () => {
    try {
      await onServer(`create tablespace ${name} location '${disk}'`)
      await onServer(`create database ${name} tablespace ${name}`)
      const l = await openLedger({ databaseUrl: urlOf(name) }, { clock: () => Date.now() })
      const acknowledged: number[] = []
      const add = (n: number): Promise<unknown> =>
        l.addReading(numbered(n)).then(
          () => void acknowledged.push(n),
          (error: unknown) => error,
        )
      for (const n of [1, 4, 7]) await add(n)
      const filler = path.join(disk, 'filler')
      try {
        for (let k = 0; ; k++) writeFileSync(filler, Buffer.alloc(k % 2 ? 65_536 : 1_048_576), { flag: 'a' })
      } catch {
        // full now
      }
      let refused: unknown
      for (let n = 10; n < 3000 && !refused; n += 3) refused = await add(n)
      expect(refused).toMatchObject({ code: 'ledger-full' })
      expect((await l.documents({ limit: 5000 })).length).toBe(acknowledged.length)
      unlinkSync(filler)
      for (const n of [3001, 3004]) expect(await add(n)).toBeUndefined()
      expect((await l.documents({ limit: 5000 })).map((d) => d.url).sort()).toEqual(
        acknowledged.map((n) => numbered(n).document.url).sort(),
      )
      expect((await l.count()).records).toBe(acknowledged.length * RECORDS_EACH)
      expect(await l.doctor()).toEqual([])
      await l.close()
    } finally {
      await onServer(`drop database if exists ${name} with (force)`)
      await onServer(`drop tablespace if exists ${name}`)
      execFileSync('umount', ['-l', disk])
      rmSync(disk, { recursive: true, force: true })
    }
  },
)
