import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Added, type Ledger, openLedger } from '../src/ledger.ts'
import { createReader } from '../src/read.ts'
import { ROOT } from './program.ts'

const STORY = path.join(ROOT, 'samples', 'story')

export interface Story {
  readonly ledger: Ledger
  /** What `add` said of each report, by the number that its file begins with. */
  readonly added: ReadonlyMap<string, Added>
  readonly close: () => Promise<void>
}

/**
 * The story's reports in a ledger of their own, each recorded on the evening of the day it was published: so the ledger
 * can be asked what was known on a day.
 */
export async function openStory(): Promise<Story> {
  const folder = mkdtempSync(path.join(tmpdir(), 'readout-story-'))
  let now = 0
  const ledger = await openLedger({ folder: path.join(folder, 'ledger') }, { clock: () => now })
  const reader = createReader()
  const added = new Map<string, Added>()
  for (const name of readdirSync(STORY).sort()) {
    const received = await reader.receive(readFileSync(path.join(STORY, name)))
    now = Date.parse(`${received.document.publishedAt}T18:00:00Z`)
    added.set(name.slice(0, 2), await ledger.addReading(reader.readReceived(received)))
  }
  const close = async (): Promise<void> => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  }
  return { ledger, added, close }
}
