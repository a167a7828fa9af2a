import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { type Added, type Ledger, openLedger } from '../src/ledger.ts'

export interface Story {
  readonly ledger: Ledger
  /** Where the ledger is. */
  readonly folder: string
  /** What `add` said of each report, by the number that its file begins with. */
  readonly added: ReadonlyMap<string, Added>
  /** Closes the ledger and removes it. */
  readonly close: () => Promise<void>
}

/**
 * The story's reports in a ledger of their own, each recorded on the evening of the day it was published: so the ledger
 * can be asked what was known on a day.
 */
export async function openStory(): Promise<Story> {
  const home = mkdtempSync(path.join(tmpdir(), 'readout-story-'))
  const folder = path.join(home, 'ledger')
  let now = 0
  const ledger = await openLedger({ folder }, { clock: () => now })
  const added = new Map<string, Added>()
  for (const { name, reading, evening } of inject('story')) {
    now = evening
    added.set(name.slice(0, 2), await ledger.addReading(reading))
  }
  let open = true
  const close = async (): Promise<void> => {
    if (open) await ledger.close()
    open = false
    rmSync(home, { recursive: true, force: true })
  }
  return { ledger, folder, added, close }
}
