import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openLedger } from '../src/ledger.ts'
import { call } from './call.ts'

const home = mkdtempSync(path.join(tmpdir(), 'readout-archive-'))
const folder = path.join(home, 'ledger')
afterAll(() => rmSync(home, { recursive: true, force: true }))

const file = (name: string, lines: readonly object[]): string => {
  writeFileSync(path.join(home, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path.join(home, name)
}

it('an archive is recorded on the days of its reports, and recorded times never go back', async () => {
  const archive = file('archive.jsonl', [
    { text: 'Arendia signed a truce with Borland on Monday.', publishedAt: '2025-05-14' },
    { text: 'Velmar opened talks with Cassia on Monday.', publishedAt: '2025-06-04T09:30:00Z' },
    { text: 'Cassia recalled its envoy from Velmar.' },
    { text: 'Borland closed its border with Tarn on Monday.', publishedAt: '2025-06-02' },
    { text: 'Tarn will vote on Sunday.', publishedAt: '2999-01-01' },
  ])
  const before = Date.now()
  const told = await call(['add', archive, '--jsonl', '--recorded', 'published', '--threads', '1', '--ledger', folder])
  expect(told.stdout).toContain('4 new, 1 failed')
  expect(told.stderr).toMatch(/archive\.jsonl:3: the report gives no day of publication .*\[date-invalid\]/)
  const ledger = await openLedger({ folder }, { clock: Date.now })
  const held = await ledger.documents({ order: 'recorded' })
  const recorded = held.map((d) => d.recordedAt).reverse()
  await ledger.close()
  expect(recorded.slice(0, 3)).toEqual([
    '2025-05-14T18:00:00.000Z',
    '2025-06-04T18:00:00.000Z',
    // Published before the one that was recorded before it.
    '2025-06-04T18:00:00.001Z',
  ])
  // A day that is still to come is recorded now.
  expect(Date.parse(recorded[3]!)).toBeGreaterThanOrEqual(before)
  expect(Date.parse(recorded[3]!)).toBeLessThanOrEqual(Date.now())
}, 240_000)

it('many cannot record an archive at once', async () => {
  const told = await call(['add', 'archive.jsonl', '--recorded', 'published', '--queue'])
  expect(told.status).not.toBe(0)
  expect(told.stderr).toMatch(/--recorded needs one report after the other.*\[usage\]/)
})
