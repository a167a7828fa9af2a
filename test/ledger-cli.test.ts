import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildProgram } from '../src/shells/cli/commands.ts'
import { type Run, readout } from './program.ts'

/** The commands that keep, ask and judge, as a user calls them: each run opens the folder, works, and closes it. */
const folder = mkdtempSync(path.join(tmpdir(), 'readout-ledger-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ledger = path.join(folder, 'ledger')
const run = (args: readonly string[], input = '', at = ledger): Run =>
  readout([...args, '--ledger', at], input, { DATABASE_URL: '' })
const json = <T>(args: readonly string[]): T => JSON.parse(run([...args, '--json']).stdout) as T

interface Rows {
  readonly rows: readonly { readonly id: string; readonly citations: readonly { readonly record: string }[] }[]
  readonly none: { readonly code: string; readonly nearest: readonly string[] } | null
}

const COMMANDS =
  'add timeline statements search actors actor relations agreements dependencies estimates disagreements brief'
    .concat(' review merge split retract undo backup restore doctor')
    .split(' ')

const reports = path.join(folder, 'reports')
mkdirSync(path.join(reports, 'later'), { recursive: true })
const SIGNED =
  'Arendia signed a truce with Borland on 12 May 2031. "We will keep it," President Olan Marsh of Arendia said.'
writeFileSync(path.join(reports, 'a.txt'), SIGNED)
writeFileSync(
  path.join(reports, 'later', 'b.jsonl'),
  `${JSON.stringify({ id: 'b1', text: 'Cassia attacked Velmar on 13 May 2031.', publishedAt: '2031-05-14', publisher: 'Meridian Wire' })}\n{"broken\n`,
)
writeFileSync(path.join(reports, '.hidden.txt'), 'Nobody reads this.')

describe('before there is a ledger', () => {
  it('questions say how to make one', () => {
    const { status, stderr } = run(['timeline'])
    expect(status).toBe(1)
    expect(stderr).toContain('[ledger-missing]')
  })

  it('wrong calls exit with 2', () => {
    for (const args of [
      ['timeline', '--as-of', '2031-02-30'],
      ['timeline', '--certainty', 'sure'],
      ['actor'],
      ['add', '--reliability', 'G'],
    ]) {
      expect(run(args).status, args.join(' ')).toBe(2)
    }
  })
})

describe('add', () => {
  it('keeps folders with all that is in them, tells what it could not read, and goes on', () => {
    const { status, stdout, stderr } = run([
      'add',
      reports,
      '--publisher',
      'The Halden Courier',
      '--date',
      '2031-05-13',
      '--reliability',
      'B',
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('2 new, 1 failed')
    expect(stdout).not.toContain('hidden')
    expect(stderr).toMatch(/b\.jsonl:2: .*\[input-not-json\]/)
  })

  it('adds nothing twice, and a changed report as a version', () => {
    expect(
      run(['add', path.join(reports, 'a.txt'), '--publisher', 'The Halden Courier', '--date', '2031-05-13']).stdout,
    ).toContain('0 new, 1 the same')
    const changed = JSON.stringify({
      id: 'b1',
      text: 'Cassia attacked Velmar on 13 May 2031. Velmar surrendered.',
      publishedAt: '2031-05-14',
      publisher: 'Meridian Wire',
    })
    const added = JSON.parse(run(['add', '--jsonl', '--json', '-'], changed).stdout) as {
      outcome: string
      version: number
    }
    expect(added).toMatchObject({ outcome: 'version', version: 2 })
  })
})

describe('questions', () => {
  it('answer in words and in JSON', () => {
    expect(run(['timeline', '--about', 'Borland']).stdout).toContain('12 May 2031')
    const { rows, none } = json<Rows>(['timeline', '--about', 'Borland'])
    expect(none).toBeNull()
    expect(rows[0]!.citations[0]).toMatchObject({ publisher: 'The Halden Courier', publishedAt: '2031-05-13' })
  })

  it('exit with 1 for a name nobody bears, with 0 where there is nothing to tell', () => {
    const unknown = run(['actor', 'Borlund'])
    expect(unknown.status).toBe(1)
    expect(unknown.stdout).toContain('Nearest: Borland')
    const nothing = run(['estimates', '--since', '2040-01-01'])
    expect(nothing.status).toBe(0)
    expect(nothing.stdout).toContain('No report in the ledger answers that')
  })

  it('each have an example in their help', () => {
    const help: string[] = []
    const commands = buildProgram(() => undefined).commands
    for (const command of commands) {
      command.configureOutput({ writeOut: (text) => help.push(text) })
      help.length = 0
      command.outputHelp()
      expect(help.join(''), command.name()).toContain('Example:')
    }
    expect(commands.map((c) => c.name())).toEqual(expect.arrayContaining(COMMANDS))
  })
})

describe('judgements', () => {
  it('by keys: correct, reject, undo', () => {
    const before = json<Rows>(['timeline', '--about', 'Borland']).rows.length
    const told = run(
      ['review', '--about', 'Borland', '--by', 'editor', '--why', 'a test'],
      'c\ncertainty=probable\nu\nr\n',
    )
    expect(told.stdout).toContain('1 corrected, 1 rejected, 1 undone')
    expect(json<Rows>(['timeline', '--about', 'Borland']).rows.length).toBe(before)
  })

  it('retract a record, and take that back', () => {
    const cited = () =>
      json<Rows>(['timeline', '--about', 'Velmar']).rows.flatMap((r) => r.citations.map((c) => c.record))
    const [id] = cited()
    expect(run(['retract', id!, '--why', 'misread']).stdout).toContain(`retracted: ${id}`)
    expect(cited()).not.toContain(id)
    expect(run(['undo']).status).toBe(0)
    expect(cited()).toContain(id)
  })

  it('merge two actors and take them apart', () => {
    expect(run(['merge', 'Cassia', 'Velmar']).status).toBe(0)
    expect(run(['split', 'Cassia']).status).toBe(0)
    const again = run(['retract', '01c3074d-f500-7043-8fc9-01a1e1185558'])
    expect(again.status).toBe(1)
    expect(again.stderr).toContain('[not-found]')
  })
})

describe('upkeep', () => {
  it('finds all promises kept, and restores what it backed up', () => {
    expect(run(['doctor'])).toMatchObject({ status: 0, stdout: 'All promises that can be checked in place hold.\n' })
    const file = path.join(folder, 'backup.tar.gz')
    const copy = path.join(folder, 'copy')
    expect(run(['backup', file]).status).toBe(0)
    expect(run(['restore', file], '', copy).status).toBe(0)
    expect(run(['timeline', '--json'], '', copy).stdout).toBe(run(['timeline', '--json']).stdout)
    expect(readFileSync(file).length).toBeGreaterThan(1000)
  })
})
