import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { isUrl } from '../input.ts'

/** Files of a folder that hold reports. */
const REPORTS = /\.(?:txt|text|md|markdown|html?|xhtml|pdf|jsonl|ndjson)$/i
const LINES = /\.(?:jsonl|ndjson)$/i

const LINE_END = 0x0a

/** An address, standard input or a file of feeds: many reports may be in it. */
export const mayBeFeed = (name: string): boolean => isUrl(name) || name === '-' || /\.(?:xml|rss|atom)$/i.test(name)

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
export async function sourcesOf(names: readonly string[], jsonl: boolean): Promise<Source[]> {
  const sources: Source[] = []
  for (const name of names) {
    const folder = name !== '-' && !isUrl(name) && (await stat(name).catch(() => null))?.isDirectory()
    for (const file of folder ? await filesOf(name) : [name]) {
      sources.push({ name: file, kind: jsonl || (!isUrl(file) && LINES.test(file)) ? 'lines' : 'report' })
    }
  }
  return sources
}

async function linesIn(file: string): Promise<number> {
  let lines = 0
  let last = LINE_END
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) lines++
    last = chunk.at(-1) ?? last
  }
  return lines + (last === LINE_END ? 0 : 1)
}

/** How many reports there are, for the progress of a long run; null where it cannot be told beforehand (feeds, pipes). */
export async function countSources(sources: readonly Source[]): Promise<number | null> {
  let reports = 0
  for (const { name, kind } of sources) {
    if (mayBeFeed(name)) return null
    reports += kind === 'lines' ? await linesIn(name).catch(() => 1) : 1
  }
  return reports
}
