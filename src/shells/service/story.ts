import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Ledger } from '../../ledger.ts'
import type { Reading } from '../../model/index.ts'
import { addReading } from './add.ts'
import { eveningOf } from './archive.ts'
import type { Service } from './service.ts'

interface Report {
  readonly bytes: Buffer
  readonly url: string | null
}

function readFolder(folder: string): Report[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.sort().map((name) => {
    const bytes = readFileSync(path.join(folder, name))
    return { bytes, url: /^url: (\S+)$/m.exec(bytes.toString('utf8'))?.[1] ?? null }
  })
}

/** How many of the reports a ledger holds that holds nothing else, each version being one; null where it holds others. */
async function heldOf(ledger: Ledger, reports: readonly Report[]): Promise<number | null> {
  const urls = new Set(reports.map((report) => report.url))
  const held = await ledger.documents({ limit: urls.size + 1 })
  return held.every((d) => urls.has(d.url)) ? held.reduce((sum, d) => sum + d.versions.length, 0) : null
}

/**
 * The worked story for a ledger that holds nothing, each report recorded on the evening of its day. One that was broken
 * off goes on; a ledger that holds anything else is left as it is. Tells of each report that was added.
 */
export async function* addStory(service: Service, folder: string): AsyncGenerator<Reading['document']> {
  const reports = readFolder(folder)
  const held = await heldOf(service.ledger, reports)
  if (held === null) return
  for (const { bytes } of reports.slice(held)) {
    const json = await service.readings.read({ kind: 'bytes', bytes, hints: {} })
    const { document } = JSON.parse(json) as Reading
    await addReading(service, json, { recordedAt: eveningOf(document.publishedAt) })
    yield document
  }
}
