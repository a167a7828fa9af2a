// The corpus of reports with their records (corpus/README.md):
//   npm run corpus -- join OUT_DIR [--part PART]   gold files: the records with the texts of READOUT_SHARED
//   npm run corpus -- check                        hashes, offsets, keys and values of every file
//   npm run corpus -- print ID [--part PART]       a report with its records beside the words
//   npm run corpus -- split DIR OUT_DIR            the text-free form of gold files
//   npm run corpus -- count                        how many records of which kind each part has
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { countTable } from './corpus/counts.ts'
import type { CorpusReport, Gold } from './corpus/form.ts'
import { filesOf, joinPart, layOut, partNames, reportsOf } from './corpus/parts.ts'
import { print } from './corpus/print.ts'
import { formProblems, spelledOut } from './corpus/problems.ts'
import { split } from './corpus/split.ts'
import { NO_TEXTS, openTexts, type Texts } from './corpus/texts.ts'

const USAGE = `usage: npm run corpus -- join OUT_DIR [--part PART] | check | print ID [--part PART] | split DIR OUT_DIR | count
       PART is one of ${partNames().join(', ')}`

class Failure extends Error {}

function needTexts(): Texts {
  const texts = openTexts()
  if (texts === null) throw new Failure(NO_TEXTS)
  return texts
}

/** Without a part, each goes to a folder of its own. */
function joinAll(out: string, part: string | undefined): number {
  const texts = needTexts()
  const parts =
    part === undefined ? partNames().map((name) => [name, path.join(out, name)] as const) : [[part, out] as const]
  let absent = 0
  for (const [name, folder] of parts) {
    const { written, missing } = joinPart(name, folder, texts)
    console.log(
      `${name}: ${written} reports joined into ${folder}${missing.length > 0 ? `, ${missing.length} missing:` : ''}`,
    )
    for (const line of missing) console.log(`  ${line}`)
    absent += missing.length
  }
  return absent
}

function check(): number {
  const texts = openTexts()
  let wrong = 0
  for (const part of partNames()) {
    const files = filesOf(part)
    for (const { file, value } of files) {
      const problems = problemsOf(value, texts)
      for (const problem of problems) console.log(`corpus/${file}: ${problem}`)
      wrong += problems.length
    }
    console.log(`${part}: ${files.length} reports`)
  }
  console.log(wrong === 0 ? 'nothing is wrong' : `${wrong} problems`)
  if (texts === null) console.log(`Hashes were not compared: ${NO_TEXTS}`)
  return wrong
}

function problemsOf(value: unknown, texts: Texts | null): readonly string[] {
  const problems = formProblems(value)
  if (problems.length > 0 || texts === null) return problems
  const report = value as CorpusReport
  const found = texts.of(report)
  return 'missing' in found ? [found.missing] : spelledOut(report, found.text)
}

function show(id: string, part: string | undefined): number {
  const texts = needTexts()
  const names = part === undefined ? partNames() : [part]
  const report = names.flatMap((name) => reportsOf(name)).find((candidate) => candidate.id === id)
  if (!report)
    throw new Failure(`no report ${id} in ${names.join(', ')}: the ids are the names of the files in corpus/`)
  const found = texts.of(report)
  if ('missing' in found) throw new Failure(found.missing)
  const { isTTY, columns } = process.stdout
  process.stdout.write(print(report, found.text, found.title, { width: columns ?? 140, colour: isTTY === true }))
  return 0
}

/** Writes nothing if any of the files has a problem. */
function splitFolder(from: string, to: string): number {
  if (!existsSync(from)) throw new Failure(`there is no folder ${from}: name one with gold files (*.json)`)
  const files = readdirSync(from).filter((name) => name.endsWith('.json'))
  if (files.length === 0) throw new Failure(`${from} has no *.json: name a folder with gold files`)
  const done = files.map((file) => ({
    file,
    ...split(JSON.parse(readFileSync(path.join(from, file), 'utf8')) as Gold),
  }))
  const problems = done.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`))
  for (const problem of problems) console.log(problem)
  if (problems.length > 0) throw new Failure(`nothing was written: mend the ${problems.length} problems above first`)
  mkdirSync(to, { recursive: true })
  for (const { report } of done) writeFileSync(path.join(to, `${report!.id}.json`), layOut(report!))
  console.log(`${done.length} reports without their texts in ${to}`)
  return 0
}

function count(): number {
  console.log(countTable(partNames().map((part) => [part, reportsOf(part)] as const)))
  return 0
}

function run(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { part: { type: 'string' } },
    allowPositionals: true,
  })
  const [verb, first, second, ...more] = positionals
  if (more.length === 0) {
    if (verb === 'join' && first && !second) return joinAll(first, values.part)
    if (verb === 'print' && first && !second) return show(first, values.part)
    if (verb === 'split' && first && second) return splitFolder(first, second)
    if (verb === 'check' && !first) return check()
    if (verb === 'count' && !first) return count()
  }
  throw new Failure(USAGE)
}

try {
  process.exitCode = run(process.argv.slice(2)) === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
