import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readout } from './program.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'readout-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}
const STATES = ['Arendia', 'Borland', 'Cassia', 'Velmar']
const report = (n: number) => ({
  id: `report ${n}`,
  text: `${STATES[n % 4]} signed a truce with ${STATES[(n + 1) % 4]} on Monday. "We will keep it for ${n + 2} years," President Olan Marsh said.`,
  publishedAt: '2031-05-14',
})
const lines = (text: string): string[] => text.split('\n').filter(Boolean)

describe('readout read', () => {
  it('reads standard input and prints one line of JSON in a pipe', () => {
    const { status, stdout } = readout(['read', '--date', '2031-05-14'], report(0).text)
    const reading = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(reading).toMatchObject({ readout: '1', document: { text: report(0).text, publishedAt: '2031-05-14' } })
    expect(reading.records.some((r: { kind: string; type?: string }) => r.kind === 'event' && r.type === 'AGREE')).toBe(
      true,
    )
  })

  it('says so where no date is known', () => {
    const { issues } = JSON.parse(readout(['read'], 'Arendia signed a truce with Borland on Monday.').stdout)
    expect(issues.map((i: { code: string }) => i.code)).toContain('no-date')
  })

  it('takes --date only where the report has no date of its own', () => {
    const dated = (text: string): string =>
      JSON.parse(readout(['read', '--date', '2031-05-14'], text).stdout).document.publishedAt
    expect(dated('Arendia signed a truce with Borland on Monday.')).toBe('2031-05-14')
    expect(dated('May 2, 2031\n\nArendia signed a truce with Borland on Monday.')).toBe('2031-05-02')
    expect(dated('---\ndate: 2031-05-03\n---\nArendia signed a truce with Borland on Monday.')).toBe('2031-05-03')
  })

  it('leaves out records with a lower score than --min-score', () => {
    const scores = (...options: string[]): number[] =>
      JSON.parse(readout(['read', ...options], report(0).text).stdout).records.map((r: { score: number }) => r.score)
    const all = scores('--min-score', '0')
    const [middle = 0] = [...all].sort((a, b) => a - b).slice(all.length >> 1)
    expect(all.length).toBeGreaterThan(1)
    expect(all.every((score) => score >= 0 && score <= 1)).toBe(true)
    expect(scores('--min-score', String(middle))).toEqual(all.filter((score) => score >= middle))
    expect(scores('--min-score', '1')).toEqual([])
  })

  it('says with --why what speaks for and against each record', () => {
    const { status, stdout } = readout(['read', '--why', '--min-score', '0'], report(0).text)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^event AGREE {2}Arendia, Borland|^event AGREE/m)
    expect(stdout).toMatch(/\d+ % likely to be read rightly/)
    expect(stdout).toMatch(/^ {2}rule agree\.\S+: /m)
    expect(stdout).toMatch(/^ {2}(for|against): .+ \(\d\.\d\)/m)
  })

  it.each(['brief', 'json', 'md', 'html'])('prints %s', (format) => {
    const { status, stdout } = readout(['read', '--format', format, 'samples/velmar-declaration.md'])
    expect(status).toBe(0)
    expect(stdout).toContain('Velmar signs declaration')
  })

  it('paints only where a person looks on', () => {
    expect(readout(['read', '--format', 'brief'], report(0).text).stdout).not.toContain('\u001b')
    expect(readout(['read', '--format', 'brief'], report(0).text, { FORCE_COLOR: '1' }).stdout).toContain('\u001b[')
  })

  it('goes on after an input that cannot be read, and exits with 1', () => {
    const good = file('good.txt', report(1).text)
    const { status, stdout, stderr } = readout([
      'read',
      path.join(folder, 'none.txt'),
      file('empty.txt', ' \n'),
      file(
        'binary.dat',
        Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32),
      ),
      good,
    ])
    expect(status).toBe(1)
    expect(lines(stdout)).toHaveLength(1)
    for (const code of ['file-not-found', 'input-empty', 'input-binary']) expect(stderr).toContain(`[${code}]`)
    expect(stderr).not.toMatch(/(\S+): \1: /)
  })

  it('exits with 2 where the call is wrong', () => {
    for (const args of [
      ['read', '--format', 'poem'],
      ['read', '--date', '2031-02-30'],
      ['red'],
      ['read', '--threads', 'many'],
      ['read', '--min-score', '1.5'],
      ['read', '--min-score', 'high'],
      ['read', '--why', '--format', 'json'],
    ])
      expect(readout(args).status).toBe(2)
  })

  it('shows an example in its help', () => {
    for (const command of ['read', 'analyse']) expect(readout([command, '--help']).stdout).toContain('Example:')
  })

  it('writes one file a report, never outside the folder', () => {
    const out = path.join(folder, 'out')
    const input = file(
      'ids.jsonl',
      `${[report(1), { ...report(2), id: '../../escape' }].map((r) => JSON.stringify(r)).join('\n')}\n`,
    )
    expect(readout(['read', '--jsonl', '--out', out, input]).status).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['__.._escape.json', 'report_1.json'])
    expect(JSON.parse(readFileSync(path.join(out, 'report_1.json'), 'utf8')).input).toBe('report 1')
  })
})

describe('--jsonl', () => {
  const many = Array.from({ length: 70 }, (_, n) => JSON.stringify(report(n)))

  it('keeps the order, tells a bad line by its number, and goes on', () => {
    const input = [...many.slice(0, 3), '{"text":', JSON.stringify({ words: 1 }), ...many.slice(3, 5)].join('\n')
    const { status, stdout, stderr } = readout(['read', '--jsonl'], input)
    const answers = lines(stdout).map((l) => JSON.parse(l))
    expect(status).toBe(1)
    expect(answers.map((a) => a.input ?? a.line)).toEqual([
      'report 0',
      'report 1',
      'report 2',
      4,
      5,
      'report 3',
      'report 4',
    ])
    expect(stderr).toMatch(/line 4: .*\[input-not-json\]/)
  })

  it('gives the same bytes with one thread and with three', () => {
    const input = `${many.join('\n')}\n`
    const one = readout(['read', '--jsonl', '--threads', '1'], input)
    const three = readout(['read', '--jsonl', '--threads', '3'], input)
    expect(lines(one.stdout)).toHaveLength(many.length)
    expect(three.stdout).toBe(one.stdout)
  })

  it('analyses', () => {
    const [answer] = lines(readout(['analyse', '--jsonl', '--format', 'jsonl'], `${many[0]}\n`).stdout).map((l) =>
      JSON.parse(l),
    )
    for (const field of [
      'document',
      'sentences',
      'entities',
      'chains',
      'times',
      'quantities',
      'quotations',
      'attributions',
      'predicates',
      'places',
    ])
      expect(answer).toHaveProperty(field)
  })
})

describe('readout analyse', () => {
  it('keeps the tokens of CoNLL-U and predicts the rest', () => {
    const blank = '_\t_\t_\t_\t_\t_'
    const given = `# sent_id = s1\n1\tArendia\t_\t_\t${blank}\n2\tsigned\t_\t_\t${blank}\n3\ta\t_\t_\t${blank}\n4\ttruce\t_\t_\t${blank}\n\n`
    const { status, stdout } = readout(['analyse', '--tokens', '--format', 'conllu'], given)
    expect(status).toBe(0)
    expect(stdout).toContain('# sent_id = s1')
    expect(
      lines(stdout)
        .filter((l) => !l.startsWith('#'))
        .map((l) => l.split('\t').slice(0, 4).join(' ')),
    ).toEqual(['1 Arendia Arendia PROPN', '2 signed sign VERB', '3 a a DET', '4 truce truce NOUN'])
  })
})
