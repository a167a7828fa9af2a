// The texts of the reports. They are not part of the project: they are found by their SHA-256 in the JSON Lines files of
// SOURCES in the folder that READOUT_SHARED names.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sharedFolder } from '../../bench/shared.ts'
import type { CorpusReport } from './form.ts'
import { sha256 } from './split.ts'

/** Reports, and the news of the treebank GUM. */
const SOURCES = ['reports', 'data/coreference']

/** A line of such a file, with the place that it comes from. */
interface ReportText {
  readonly where: string
  readonly hash: string
  readonly url?: string
  readonly title?: string
  readonly text: string
}

export type Found = { readonly text: string; readonly title?: string } | { readonly missing: string }

export interface Texts {
  readonly size: number
  readonly of: (report: CorpusReport) => Found
}

export const NO_TEXTS =
  'the texts of the reports are not here: set READOUT_SHARED to a folder with reports/*.jsonl (see corpus/README.md, "The texts")'

function linesOf(shared: string, file: string): ReportText[] {
  const lines = readFileSync(path.join(shared, file), 'utf8').split('\n')
  return lines.flatMap((line, k) => {
    if (line.trim() === '') return []
    const where = `${file}:${k + 1}`
    const report = parse(line, where)
    const text = report.text.trim()
    return [{ ...report, where, text, hash: sha256(text) }]
  })
}

function parse(line: string, where: string): { url?: string; title?: string; text: string } {
  let value: { url?: string; title?: string; text?: unknown }
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Error(
      `${where} is not JSON: ${(error as Error).message}. Each line must be one object {url, title, text}`,
    )
  }
  if (typeof value.text !== 'string')
    throw new Error(`${where} has no text: each line must be one object {url, title, text}`)
  return { ...value, text: value.text }
}

/** The texts that are here, or null where the folder is not. */
export function openTexts(shared: string | null = sharedFolder('reports')): Texts | null {
  if (shared === null || !existsSync(path.join(shared, 'reports'))) return null
  const files = SOURCES.filter((folder) => existsSync(path.join(shared, folder))).flatMap((folder) =>
    readdirSync(path.join(shared, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => `${folder}/${name}`),
  )
  const all = files.flatMap((file) => linesOf(shared, file))
  const byHash = new Map(all.map((report) => [report.hash, report]))
  const byUrl = new Map(all.map((report) => [report.url, report]))
  return { size: all.length, of: (report) => byHash.get(report.sha256) ?? explain(report, byUrl.get(report.url)) }
}

function explain({ id, url, sha256: wanted }: CorpusReport, other: ReportText | undefined): Found {
  const missing = other
    ? `${id}: the text in ${other.where} has SHA-256 ${other.hash}, the records were made on ${wanted}. It is another version of ${url}, or it was cleaned in another way`
    : `${id}: no text has SHA-256 ${wanted}. Take it from ${url} and add it to reports/*.jsonl as a line {url, title, text}`
  return { missing }
}
