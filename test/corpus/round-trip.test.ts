import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '../../bench/shared.ts'
import { isWhole, occurrences } from '../../tools/corpus/find.ts'
import { FIELDS, type Gold, type GoldRecord, isSpan, list, type Place, type SpanPair } from '../../tools/corpus/form.ts'
import { joinPart, partNames, reportsOf } from '../../tools/corpus/parts.ts'
import { spelledOut } from '../../tools/corpus/problems.ts'
import { openTexts } from '../../tools/corpus/texts.ts'

const shared = sharedFolder()
const texts = openTexts()
const WITHOUT_TEXTS = texts ? '' : '(skipped: the texts are not here, set READOUT_SHARED)'
/** The gold files from which corpus/ was made. */
const originals = shared && existsSync(path.join(shared, 'corpus', 'reports')) ? path.join(shared, 'corpus') : null
const WITHOUT_ORIGINALS =
  texts && originals ? '' : '(skipped: the gold files with texts are not here, set READOUT_SHARED)'

describe.skipIf(WITHOUT_TEXTS)(`the corpus with its texts ${WITHOUT_TEXTS}`, () => {
  it.each(partNames())('%s: every text is here with its hash and length', (part) => {
    for (const report of reportsOf(part)) {
      expect(texts!.of(report)).not.toHaveProperty('missing')
      expect(texts!.of(report)).toHaveProperty('text.length', report.length)
    }
  })

  it.each(partNames())('%s: spells out no words of the text', (part) => {
    const problems = reportsOf(part).flatMap((report) => {
      const found = texts!.of(report)
      return 'missing' in found ? [found.missing] : spelledOut(report, found.text)
    })
    expect(problems).toEqual([])
  })
})

/** As the scorer compares words: without case, accents, punctuation, the genitive and the article. */
const norm = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(the|a|an) /, '')

/**
 * What of a record counts: evidence as spans, its first occurrence and in the order of the text; the words of the other
 * fields that quote the text, one or several alike; everything else as it is. Notes do not count.
 */
function counted(record: GoldRecord, text: string): Record<string, unknown> {
  const words = (place: Place): string => (isSpan(place) ? text.slice(...place) : place)
  const { note: _, ...rest } = record
  const fields = Object.entries(rest).map(([field, value]) => {
    if (field === 'evidence') return [field, spansOf(record, text)]
    if (field === 'trigger') return [field, words(value as Place)]
    const form = FIELDS[field]
    if (form === undefined) return [field, value]
    const values = (isSpan(value) ? [value] : list(value)).map((place) => words(place as Place))
    return [field, form === 'places' ? values.sort() : form === 'words' ? values.map(norm) : values]
  })
  return Object.fromEntries(fields)
}

const spansOf = ({ evidence }: GoldRecord, text: string): SpanPair[] =>
  evidence
    .map((place) => (isSpan(place) ? place : occurrences(text, place)[0]!))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])

const read = (file: string): Gold => JSON.parse(readFileSync(file, 'utf8'))

describe.skipIf(WITHOUT_ORIGINALS)(`joined with the texts again ${WITHOUT_ORIGINALS}`, () => {
  const out = mkdtempSync(path.join(tmpdir(), 'readout-corpus-'))
  const joined = { reports: path.join(out, 'reports'), second: path.join(out, 'second') }
  if (texts && originals) {
    for (const part of ['train', 'dev']) joinPart(part, joined.reports, texts)
    joinPart('second', joined.second, texts)
    // Reports that were annotated since have no other file to be compared with.
    for (const file of readdirSync(joined.reports))
      if (!existsSync(path.join(originals, 'reports', file))) rmSync(path.join(joined.reports, file))
  }
  const pairs = (['reports', 'second'] as const).flatMap((folder) =>
    (originals ? readdirSync(path.join(originals, folder)) : []).map(
      (file) => [`${folder}/${file}`, path.join(originals!, folder, file), path.join(joined[folder], file)] as const,
    ),
  )

  it.each(pairs)('%s is what it was', (_, original, again) => {
    const before = read(original)
    const after = read(again)
    const { text, publisher } = before.document
    expect(after.document).toEqual(before.document)
    expect(after.records.map((record) => counted(record, text))).toEqual(
      before.records.map((record) => counted(record, text)),
    )
    expect(Object.keys(after.actors)).toEqual(Object.keys(before.actors))
    for (const [key, { names, ...rest }] of Object.entries(before.actors)) {
      const { names: kept, leftOut: _, ...same } = after.actors[key]!
      expect(same).toEqual(rest)
      const known = new Set(kept.map(norm))
      expect(names.map(norm)).toEqual(expect.arrayContaining([...known]))
      const lost = names.filter((name) => !known.has(norm(name)))
      expect(lost.filter((name) => occurrences(text, name).length > 0 || norm(name) === norm(publisher))).toEqual([])
    }
  })

  it('has every trigger at its place', () => {
    for (const [, original, again] of pairs) {
      const { document, records } = read(original)
      const triggers = read(again).records.map(({ trigger }) => trigger)
      records.forEach(({ trigger }, k) => {
        if (isSpan(trigger) && !isSpan(triggers[k]!))
          expect(occurrences(document.text, triggers[k]!)).toEqual([trigger])
        else if (isSpan(trigger)) expect(triggers[k]).toEqual(trigger)
      })
    }
  })

  it('gives every reading the score that it had', () => {
    const readings = mkdtempSync(path.join(tmpdir(), 'readout-readings-'))
    for (const file of readdirSync(joined.reports)) {
      const gold = read(path.join(originals!, 'reports', file))
      writeFileSync(path.join(readings, file), JSON.stringify(faulty(gold)))
    }
    const table = (folder: string): string => program('score.mjs', 'score', folder, readings)
    const before = table(path.join(originals!, 'reports'))
    expect(Number(/reading score ([\d.]+)/.exec(before)![1])).toBeGreaterThan(0.4)
    expect(table(joined.reports)).toBe(before)
  })

  it('gives the two readings the agreement that they had', () => {
    const before = program('agree.mjs', path.join(originals!, 'reports'), path.join(originals!, 'second'))
    expect(before).toMatch(/^12 reports/)
    expect(program('agree.mjs', joined.reports, joined.second)).toBe(before)
  })
})

function program(name: string, ...args: readonly string[]): string {
  const run = spawnSync(process.execPath, [path.join(shared!, 'gold', name), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  expect(run.stderr).toBe('')
  return run.stdout
}

/** A reading with mistakes, made from gold: every fifth record is missing, every seventh has lost its sources. */
function faulty(gold: Gold): object {
  const { text } = gold.document
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
  const span = (words: unknown): object => {
    const start = text.indexOf(String(first(words)))
    return { text: { start, end: start + String(first(words)).length } }
  }
  const actors = Object.entries(gold.actors).map(([id, { names, type, iso3 }]) => {
    const own = names.filter((name) => occurrences(text, name).some((at) => isWhole(text, at)))
    return {
      id,
      name: own[0] ?? 'a name that is not in the text',
      aliases: own.slice(1),
      type,
      links: iso3 === undefined ? {} : { iso3 },
    }
  })
  const records = gold.records.flatMap((record, k) => {
    if (k % 5 === 0) return []
    const evidence = spansOf(record, text).map(([start, end]) => ({ start, end }))
    const lists = ['actors', 'recipients', 'parties', 'hearers', 'scope', 'excludes']
    const fields = Object.entries(record).map(([field, value]) => [field, lists.includes(field) ? value : first(value)])
    const sources = k % 7 === 0 ? [] : Array.isArray(first(record.sources)) ? first(record.sources) : record.sources
    const ends =
      record.kind === 'dependency' ? { antecedent: span(record.antecedent), consequent: span(record.consequent) } : {}
    return [{ ...Object.fromEntries(fields), evidence, sources: sources ?? [], content: evidence, ...ends }]
  })
  return { document: gold.document, actors, records }
}
