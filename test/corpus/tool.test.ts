import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CorpusReport, Gold } from '../../tools/corpus/form.ts'
import { join } from '../../tools/corpus/join.ts'
import { joinPart, layOut, partNames, reportsOf } from '../../tools/corpus/parts.ts'
import { print } from '../../tools/corpus/print.ts'
import { formProblems, spelledOut } from '../../tools/corpus/problems.ts'
import { sha256, split } from '../../tools/corpus/split.ts'
import { openTexts } from '../../tools/corpus/texts.ts'
import { ROOT } from '../program.ts'
import { GOLD } from './gold.ts'

const { text } = GOLD.document
const report = split(GOLD).report!
const at = (words: string, from = 0): [number, number] => {
  const start = text.indexOf(words, from)
  return [start, start + words.length]
}
const record = (id: string): Record<string, unknown> => report.records.find((r) => r.id === id)!
/** The report with another value at a path such as `records.0.trigger`. */
function changed(at: string, value: unknown): CorpusReport {
  const copy = structuredClone(report)
  const keys = at.split('.')
  const last = keys.pop()!
  const inner = keys.reduce((object, key) => object[key] as Fields, copy as unknown as Fields)
  inner[last] = value
  return copy
}
interface Fields {
  [key: string]: unknown
}

describe('taking the words out of a report', () => {
  it('leaves no word of the text but keys, and words that the text does not have', () => {
    const strings = JSON.stringify({ ...report.records }).match(/"[^"]*"/g)!
    expect(strings).not.toContain('"truce"')
    expect(record('a1').name).toEqual([at('truce'), 'ceasefire'])
    expect(record('n1').measure).toEqual([at('killed'), 'deaths'])
  })

  it('finds names, also with another initial or apostrophe; leaves out and counts what the text does not have', () => {
    expect(report.actors.coalition).toEqual({ type: 'coalition', names: [at('The coalition')], leftOut: 1 })
    expect(report.actors.banner!.names).toEqual([at('Red Banner'), at('the Red Banner’s men')])
    expect(report.actors.office).toEqual({ type: 'government', names: ['publisher'], leftOut: 1 })
    expect(report.actors.velmar).toEqual({ type: 'state', names: [], leftOut: 1, iso3: 'VEL' })
  })

  it('takes the occurrence nearest to the evidence', () => {
    expect(record('a1').trigger).toEqual(at('truce'))
    expect(record('d1').antecedent).toEqual([at('the truce', 100)])
  })

  it('keeps what no word of the text is in', () => {
    expect(record('d1').sources).toEqual([[], ['minister']])
    expect(record('n1').high).toEqual([14, null])
    expect(record('a1')).not.toHaveProperty('note')
  })

  it('says which record has what is not in the text, or what no record may have', () => {
    const [first, ...rest] = GOLD.records
    const wrong: Gold = { ...GOLD, records: [{ ...first!, evidence: ['no such words'], status: 'broken' }, ...rest] }
    const { report: none, problems } = split(wrong)
    expect(none).toBeNull()
    expect(problems.join('\n')).toMatch(/a1 \(agreement\): evidence "no such words" is not in the text/)
    expect(problems.join('\n')).toMatch(/records\.a1\.status: must be one of proposed, .*; found "broken"/)
  })

  it('refuses a text with white space at an end', () => {
    const { problems } = split({ ...GOLD, document: { ...GOLD.document, text: `${text}\n` } })
    expect(problems[0]).toMatch(/white space/)
  })
})

describe('putting the words back', () => {
  it('gives the document, the names that the text has, and the same words in every field', () => {
    const gold = join(report, text, GOLD.document.title)
    expect(gold.document).toEqual(GOLD.document)
    expect(gold.actors.office!.names).toEqual(['Velmar Press Office'])
    expect(gold.records.map(({ id }) => id)).toEqual(['a1', 's1', 'd1', 'n1'])
    expect(gold.records[1]).toMatchObject({ evidence: ['The truce holds', text.slice(102, 149)], cue: ['said'] })
    expect(gold.records[2]).toMatchObject({ antecedent: ['the truce'], consequent: ['ended the war'] })
  })

  it('and taking them out again changes nothing', () => {
    const again = split(join(report, text, GOLD.document.title)).report!
    expect(again).toEqual(report)
  })
})

describe('the check of a file', () => {
  it('finds nothing wrong with what was split, also read from its lines', () => {
    expect(formProblems(JSON.parse(layOut(report)))).toEqual([])
    expect(spelledOut(report, text)).toEqual([])
  })

  it.each<[string, string, unknown, RegExp]>([
    ['an offset behind the end', 'records.0.trigger', [3, 9999], /a1 \(agreement\): trigger: \[3,9999\] is not a span/],
    ['an empty span', 'records.0.evidence', [[5, 5]], /a1 \(agreement\): evidence: \[5,5\]/],
    [
      'evidence out of order',
      'records.1.evidence',
      [
        [9, 12],
        [3, 4],
      ],
      /s1 \(statement\): evidence: the spans are not/,
    ],
    ['an unknown actor', 'records.1.speaker', 'nobody', /s1 \(statement\): speaker: no actor nobody/],
    ['an unknown kind', 'records.0.kind', 'rumour', /records\.a1\.kind/],
    ['an unknown field', 'records.0.colour', 'red', /records\.a1: .*colour/],
    ['an unknown type of actor', 'actors.banner.type', 'gang', /actors\.banner\.type/],
    ['an unknown status', 'records.0.status', 'WIN', /records\.a1\.status/],
    ['a slot that is none', 'records.0.optionalSlots', ['weather'], /a1 \(agreement\): weather is no slot/],
    ['an id twice', 'records.1.id', 'a1', /a1: two records have this id/],
    ['sameAs of nothing', 'records.1.sameAs', 'g9', /s1: sameAs names g9/],
    ['a name behind the end', 'actors.banner.names', [[0, 500]], /actor banner: \[0,500\]/],
    ['a sentence instead of a span', 'records.0.name', ['x'.repeat(60)], /records\.a1\.name/],
  ])('finds %s', (_, at, value, message) => {
    expect(formProblems(changed(at, value)).join('\n')).toMatch(message)
  })

  it('finds words that should be offsets', () => {
    const spelled = changed('records.0.name', ['truce'])
    expect(spelledOut(spelled, text)).toEqual(['a1 (agreement): name "truce" is in the text: use its offsets'])
  })
})

describe('the texts', () => {
  const shared = mkdtempSync(path.join(tmpdir(), 'readout-texts-'))
  const write = (...lines: readonly object[]): void => {
    mkdirSync(path.join(shared, 'reports'), { recursive: true })
    writeFileSync(path.join(shared, 'reports', 'some.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
  }
  const { url, title } = GOLD.document

  it('are found by their hash, without the white space around them', () => {
    write({ url: 'https://example.org/other', text: 'Another.' }, { url, title, text: `\n${text}\n` })
    expect(report.sha256).toBe(sha256(text))
    expect(openTexts(shared)!.of(report)).toMatchObject({ text, title })
  })

  it('are missing with their address, or in another version', () => {
    write({ url: 'https://example.org/other', text: 'Another.' })
    expect(openTexts(shared)!.of(report)).toEqual({
      missing: expect.stringContaining(`truce: no text has SHA-256 ${report.sha256}. Take it from ${url}`),
    })
    write({ url, text: 'Another version.' })
    expect(openTexts(shared)!.of(report)).toEqual({
      missing: expect.stringMatching(/the text in reports\/some\.jsonl:1 has SHA-256 .* another version/),
    })
  })

  it('are not there without their folder, and a line that is none is named', () => {
    expect(openTexts(path.join(shared, 'nowhere'))).toBeNull()
    expect(openTexts(null)).toBeNull()
    write({ url })
    expect(() => openTexts(shared)).toThrow('reports/some.jsonl:1 has no text')
  })

  it('are joined with a part, and what is missing is counted', () => {
    const corpus = path.join(shared, 'corpus')
    mkdirSync(path.join(corpus, 'first-sight', '1'), { recursive: true })
    writeFileSync(path.join(corpus, 'first-sight', 'README.md'), '# First sight')
    writeFileSync(path.join(corpus, 'first-sight', '1', 'truce.json'), layOut(report))
    const other = { ...report, id: 'other', url: 'https://example.org/lost', sha256: '0'.repeat(64) }
    writeFileSync(path.join(corpus, 'first-sight', '1', 'other.json'), layOut(other))
    write({ url, title, text })
    const out = path.join(shared, 'out')
    expect(partNames(corpus)).toEqual(['train', 'dev', 'second', 'first-sight/1'])
    const { written, missing } = joinPart('first-sight/1', out, openTexts(shared)!, corpus)
    expect([written, missing.length]).toEqual([1, 1])
    expect(JSON.parse(readFileSync(path.join(out, 'truce.json'), 'utf8'))).toEqual(join(report, text, title))
    expect(() => reportsOf('first-sight/2', corpus)).toThrow('there is no part first-sight/2')
  })
})

describe('printing', () => {
  it('puts each record beside the line of its trigger, and nothing is wider than the terminal', () => {
    const rows = print(report, text, 'A truce in Tarn', { width: 100, colour: false }).split('\n')
    expect(rows[0]).toBe('truce · A truce in Tarn')
    expect(rows.find((row) => row.includes('a1 agreement'))).toMatch(
      /signed a truce .* a1 agreement truce: The coalition, Red Banner · signed/,
    )
    expect(rows.join('\n')).toContain('(n1 estimate 14 to 14 / … killed of … / Red Banner)')
    expect(rows.slice(3).every((row) => row.length <= 100)).toBe(true)
  })

  it('underlines the triggers where there are colours', () => {
    expect(print(report, text, undefined, { width: 100, colour: true })).toContain('a \u001b[1;4mtruce\u001b[0m')
  })
})

describe('npm run corpus', () => {
  const corpus = (...args: readonly string[]) => {
    const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')
    const command = ['--import', tsx, path.join(ROOT, 'tools', 'corpus.ts'), ...args]
    const env = { ...process.env, READOUT_SHARED: path.join(tmpdir(), 'no-such-folder') }
    return spawnSync(process.execPath, command, { encoding: 'utf8', env })
  }

  it('checks the files without their texts, and says that no hash was compared', () => {
    const { status, stdout } = corpus('check')
    expect(stdout).toMatch(/nothing is wrong\nHashes were not compared: .*READOUT_SHARED/)
    expect(status).toBe(0)
  })

  it('says what it needs and what it can do', () => {
    expect(corpus('join', 'nowhere').stderr).toMatch(/the texts of the reports are not here: set READOUT_SHARED/)
    expect(corpus('learn')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('usage: npm run corpus -- join'),
    })
  })
})
