import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { isUrl } from '../input.ts'

/** Files of a folder that hold reports. */
const REPORTS = /\.(?:txt|text|md|markdown|html?|xhtml|pdf|jsonl|ndjson)$/i
const LINES = /\.(?:jsonl|ndjson)$/i

export interface Source {
  readonly name: string
  /** `report`: a file, an address or standard input with one report (or a feed); `lines`: JSON Lines. */
  readonly kind: 'report' | 'lines'
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((e) => !e.name.startsWith('.'))
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesOf(at)))
    else if (REPORTS.test(entry.name)) found.push(at)
  }
  return found
}

/** What the user named, folders as the reports in them, in the order of their names. */
export async function* sourcesOf(names: readonly string[], jsonl: boolean): AsyncGenerator<Source> {
  for (const name of names) {
    const folder = name !== '-' && !isUrl(name) && (await stat(name).catch(() => null))?.isDirectory()
    for (const file of folder ? await filesOf(name) : [name]) {
      yield { name: file, kind: jsonl || (!isUrl(file) && LINES.test(file)) ? 'lines' : 'report' }
    }
  }
}
