import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildProgram } from '../src/shells/cli/commands.ts'
import { call } from './call.ts'
import { onServer, serverAnswers, urlOf, whyNot } from './ledger/stores.ts'
import { type Run, readout } from './program.ts'

/** The commands that keep, ask and judge, as a user calls them: each opens the ledger, works, and closes it. */
const folder = mkdtempSync(path.join(tmpdir(), 'readout-ledger-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
// Each call opens a database: seconds on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

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

describe('calls', () => {
  it('wrong calls exit with 2', async () => {
    for (const args of [
      ['timeline', '--as-of', '2031-02-30'],
      ['timeline', '--certainty', 'sure'],
      ['actor'],
      ['add', '--reliability', 'G'],
    ]) {
      expect((await call(args)).status, args.join(' ')).toBe(2)
    }
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

/** Where a ledger is: what the commands are given to find it. */
interface Where {
  readonly args: readonly string[]
  readonly env: Record<string, string>
}

function commandsOn({ args: where, env }: Where): void {
  // Each call says where, by its arguments and by the environment: what stands in this process's own is out of the way.
  beforeAll(() => void vi.stubEnv('DATABASE_URL', env.DATABASE_URL))
  afterAll(() => void vi.unstubAllEnvs())
  const run = (args: readonly string[]): Promise<Run> => call([...args, ...where])
  /** In a process of its own, with something on its standard input. */
  const pipe = (args: readonly string[], input: string): Run => readout([...args, ...where], input, env)
  const json = async <T>(args: readonly string[]): Promise<T> =>
    JSON.parse((await run([...args, '--json'])).stdout) as T

  describe('add', () => {
    it('keeps folders with all that is in them, tells what it could not read, and goes on', async () => {
      const { status, stdout, stderr } = await run([
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

    it('adds nothing twice, and a changed report as a version', async () => {
      expect(
        (await run(['add', path.join(reports, 'a.txt'), '--publisher', 'The Halden Courier', '--date', '2031-05-13']))
          .stdout,
      ).toContain('0 new, 1 the same')
      const changed = JSON.stringify({
        id: 'b1',
        text: 'Cassia attacked Velmar on 13 May 2031. Velmar surrendered.',
        publishedAt: '2031-05-14',
        publisher: 'Meridian Wire',
      })
      const added = JSON.parse(pipe(['add', '--jsonl', '--json', '-'], changed).stdout) as {
        outcome: string
        version: number
      }
      expect(added).toMatchObject({ outcome: 'version', version: 2 })
    })
  })

  describe('questions', () => {
    it('answer in words and in JSON', async () => {
      expect((await run(['timeline', '--about', 'Borland'])).stdout).toContain('12 May 2031')
      const { rows, none } = await json<Rows>(['timeline', '--about', 'Borland'])
      expect(none).toBeNull()
      expect(rows[0]!.citations[0]).toMatchObject({ publisher: 'The Halden Courier', publishedAt: '2031-05-13' })
    })

    it('exit with 1 for a name nobody bears, with 0 where there is nothing to tell', async () => {
      const unknown = await run(['actor', 'Borlund'])
      expect(unknown.status).toBe(1)
      expect(unknown.stdout).toContain('Nearest: Borland')
      const nothing = await run(['estimates', '--since', '2040-01-01'])
      expect(nothing.status).toBe(0)
      expect(nothing.stdout).toContain('No report in the ledger answers that')
    })
  })

  describe('judgements', () => {
    it('by keys: correct, reject, undo', async () => {
      const before = (await json<Rows>(['timeline', '--about', 'Borland'])).rows.length
      const told = pipe(
        ['review', '--about', 'Borland', '--by', 'editor', '--why', 'a test'],
        'c\ncertainty=probable\nu\nr\n',
      )
      expect(told.stdout).toContain('1 corrected, 1 rejected, 1 undone')
      expect((await json<Rows>(['timeline', '--about', 'Borland'])).rows.length).toBe(before)
    })

    it('retract a record, and take that back', async () => {
      const cited = async () =>
        (await json<Rows>(['timeline', '--about', 'Velmar'])).rows.flatMap((r) => r.citations.map((c) => c.record))
      const [id] = await cited()
      expect((await run(['retract', id!, '--why', 'misread'])).stdout).toContain(`retracted: ${id}`)
      expect(await cited()).not.toContain(id)
      expect((await run(['undo'])).status).toBe(0)
      expect(await cited()).toContain(id)
    })

    it('place an actor on the map', async () => {
      const placed = await json<{ position: unknown; by: string }>(['place', 'Velmar', '41.5', '-3.25', '--by', 'desk'])
      expect(placed).toMatchObject({ position: { lat: 41.5, lon: -3.25 }, by: 'desk' })
      expect((await run(['place', 'Velmar', '41.5S', '3.25W'])).stdout).toContain('placed: Velmar at -41.5, -3.25')
      for (const [lat, lon] of [
        ['91', '0'],
        ['0', '200'],
        ['north', '0'],
        ['1E', '0'],
      ] as const)
        expect((await run(['place', 'Velmar', lat, lon])).stderr).toContain('It must be degrees')
      expect((await run(['place', 'Nobody', '1', '1'])).stderr).toContain('[not-found]')
    })

    it('merge two actors and take them apart', async () => {
      expect((await run(['merge', 'Cassia', 'Velmar'])).status).toBe(0)
      expect((await run(['split', 'Cassia'])).status).toBe(0)
      const again = await run(['retract', '01c3074d-f500-7043-8fc9-01a1e1185558'])
      expect(again.status).toBe(1)
      expect(again.stderr).toContain('[not-found]')
    })
  })

  it('all promises are kept', async () => {
    expect(await run(['doctor'])).toMatchObject({
      status: 0,
      stdout: 'All promises that can be checked in place hold.\n',
    })
  })
}

describe('on a folder', () => {
  const ledger = path.join(folder, 'ledger')
  const run = (args: readonly string[], at = ledger): Promise<Run> => call([...args, '--ledger', at])

  it('questions say how to make a ledger where there is none', async () => {
    const { status, stderr } = await run(['timeline'])
    expect(status).toBe(1)
    expect(stderr).toContain('[ledger-missing]')
  })

  commandsOn({ args: ['--ledger', ledger], env: {} })

  it('what is backed up is restored', async () => {
    const file = path.join(folder, 'backup.tar.gz')
    const copy = path.join(folder, 'copy')
    expect((await run(['backup', file])).status).toBe(0)
    expect((await run(['restore', file], copy)).status).toBe(0)
    const [here, there] = [await run(['timeline', '--json']), await run(['timeline', '--json'], copy)]
    expect(there.stdout).toBe(here.stdout)
    expect(readFileSync(file).length).toBeGreaterThan(1000)
  })
})

describe.skipIf(!serverAnswers)(`on PostgreSQL${whyNot}`, () => {
  const database = `readout_cli_${process.pid}`
  beforeAll(() => onServer(`create database ${database}`))
  afterAll(() => onServer(`drop database if exists ${database} with (force)`))

  it('questions say that nothing is held where nothing is', async () => {
    vi.stubEnv('DATABASE_URL', urlOf(database))
    expect(await call(['timeline'])).toMatchObject({ status: 0, stdout: expect.stringContaining('readout add FILE') })
  })

  commandsOn({ args: [], env: { DATABASE_URL: urlOf(database) } })

  it('backups are left to the tools of the server', async () => {
    const file = path.join(folder, 'none.tar.gz')
    for (const [command, tool] of [
      ['backup', 'pg_dump'],
      ['restore', 'psql'],
    ] as const) {
      const { status, stderr } = await call([command, file])
      expect(status).toBe(2)
      expect(stderr).toContain(tool)
    }
  })
})
