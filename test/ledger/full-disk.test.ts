import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger.ts'
import { numbered, RECORDS_EACH } from './numbered.ts'

const disk = mkdtempSync(path.join(tmpdir(), 'readout-disk-'))

/** A disk of our own that can be filled; only the superuser may make one. */
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const mounted = mount()

it.skipIf(!mounted)(
  `L17: a full disk is told; what was acknowledged stays${mounted ? '' : ' (skipped: no right to mount a small disk)'}`,
  { timeout: 120_000 },
  async () => {
    try {
      const place = { folder: path.join(disk, 'ledger') }
      const l = await openLedger(place, { clock: () => Date.now() })
      const acknowledged: number[] = []
      for (const n of [1, 4, 7]) {
        await l.addReading(numbered(n))
        acknowledged.push(n)
      }
      const filler = path.join(disk, 'filler')
      try {
        for (let k = 0; ; k++) writeFileSync(filler, Buffer.alloc(k % 2 ? 65_536 : 1_048_576), { flag: 'a' })
      } catch {
        // full now
      }
      let refused: unknown
      for (let n = 10; n < 3000 && !refused; n += 3)
        await l.addReading(numbered(n)).then(
          () => acknowledged.push(n),
          (error: unknown) => {
            refused = error
          },
        )
      expect(refused).toMatchObject({ code: 'ledger-full' })
      unlinkSync(filler)
      await l.close().catch(() => {})
      const again = await openLedger(place, { clock: () => Date.now() })
      expect((await again.documents({ limit: 5000 })).map((d) => d.url).sort()).toEqual(
        acknowledged.map((n) => numbered(n).document.url).sort(),
      )
      expect((await again.count()).records).toBe(acknowledged.length * RECORDS_EACH)
      expect(await again.doctor()).toEqual([])
      await again.close()
    } finally {
      execFileSync('umount', ['-l', disk])
      rmSync(disk, { recursive: true, force: true })
    }
  },
)
