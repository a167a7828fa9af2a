// The folders of the corpus, and its parts.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../bench/shared.ts'
import type { CorpusReport } from './form.ts'
import { join } from './join.ts'
import { formProblems } from './problems.ts'
import type { Texts } from './texts.ts'

export const CORPUS = path.join(ROOT, 'corpus')
const FIRST_SIGHT = 'first-sight'

/** A file of the corpus, with its path in the folder for messages. */
export interface CorpusFile {
  readonly file: string
  readonly value: unknown
}

const jsonIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.json')).sort()

/** Ids of the reports in train and dev. */
export function partsList(corpus = CORPUS): { readonly train: readonly string[]; readonly dev: readonly string[] } {
  return JSON.parse(readFileSync(path.join(corpus, 'parts.json'), 'utf8'))
}

/** train, dev, second, and the batches that are there: first-sight/1 and so on. */
export function partNames(corpus = CORPUS): string[] {
  const folder = path.join(corpus, FIRST_SIGHT)
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  const batches = entries
    .filter((entry) => entry.isDirectory() && jsonIn(path.join(folder, entry.name)).length > 0)
    .map(({ name }) => name)
  return ['train', 'dev', 'second', ...batches.sort().map((name) => `${FIRST_SIGHT}/${name}`)]
}

function pathsOf(part: string, corpus: string): string[] {
  if (!partNames(corpus).includes(part)) {
    throw new Error(`there is no part ${part}. The parts are ${partNames(corpus).join(', ')}`)
  }
  if (part === 'train' || part === 'dev') return partsList(corpus)[part].map((id) => `reports/${id}.json`)
  return jsonIn(path.join(corpus, part)).map((name) => `${part}/${name}`)
}

export function filesOf(part: string, corpus = CORPUS): CorpusFile[] {
  return pathsOf(part, corpus).map((file) => ({ file, value: parse(path.join(corpus, file), file) }))
}

function parse(location: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(location, 'utf8'))
  } catch (error) {
    throw new Error(`corpus/${file} cannot be read: ${(error as Error).message}`)
  }
}

export function reportsOf(part: string, corpus = CORPUS): CorpusReport[] {
  return filesOf(part, corpus).map(({ file, value }) => {
    const [problem] = formProblems(value)
    if (problem) throw new Error(`corpus/${file}: ${problem}. npm run corpus -- check lists everything that is wrong`)
    return value as CorpusReport
  })
}

/** Writes the gold files of a part whose texts are here; says which are missing. */
export function joinPart(
  part: string,
  out: string,
  texts: Texts,
  corpus = CORPUS,
): { written: number; missing: string[] } {
  mkdirSync(out, { recursive: true })
  const missing: string[] = []
  const reports = reportsOf(part, corpus)
  for (const report of reports) {
    const found = texts.of(report)
    if ('missing' in found) missing.push(found.missing)
    else
      writeFileSync(
        path.join(out, `${report.id}.json`),
        `${JSON.stringify(join(report, found.text, found.title), null, 1)}\n`,
      )
  }
  return { written: reports.length - missing.length, missing }
}

/** One actor and one record a line, so that a change is seen where it was made. */
export function layOut(report: CorpusReport): string {
  const { actors, records, ...head } = report
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  const actorLines = Object.entries(actors).map(
    ([key, actor]) => `    ${JSON.stringify(key)}: ${JSON.stringify(actor)}`,
  )
  const recordLines = records.map((record) => `    ${JSON.stringify(record)}`)
  return `{\n${fields.join('')}  "actors": {\n${actorLines.join(',\n')}\n  },\n  "records": [\n${recordLines.join(',\n')}\n  ]\n}\n`
}
