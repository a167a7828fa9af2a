import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { call } from './call.ts'
import { type Child, start } from './child.ts'
import { type Run, readout } from './program.ts'

/** One folder, several processes at once: a server has it open, and the commands ask that server. */
const folder = mkdtempSync(path.join(tmpdir(), 'readout-processes-'))
const ledger = path.join(folder, 'ledger')
// Some calls start a process and some open a database: many seconds on a machine that is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
/** In a process of its own, as a user calls it. */
const run = (args: readonly string[], input = ''): Run => readout([...args, '--ledger', ledger], input)
/** In this process, which is another than the server's, too: where a process of its own shows nothing more. */
const ask = (args: readonly string[]): Promise<Run> => call([...args, '--ledger', ledger])
const json = async <T>(args: readonly string[]): Promise<T> => JSON.parse((await ask([...args, '--json'])).stdout) as T

interface Rows {
  readonly rows: readonly { readonly citations: readonly { readonly record: string }[] }[]
}

const report = path.join(folder, 'truce.txt')
writeFileSync(report, 'Arendia signed a truce with Borland on 12 May 2031. Cassia attacked Velmar on 13 May 2031.')

let server: Child
beforeAll(async () => {
  server = await start(['serve', '--ledger', ledger, '--port', '0', '--threads', '1'], /readout serves (\S+)/)
})
afterAll(async () => {
  await server.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('while a server has the folder open', () => {
  it('add keeps through it, and the page sees it at once', async () => {
    const added = run(['add', report, '--publisher', 'Meridian Wire', '--date', '2031-05-14', '--reliability', 'B'])
    expect(added).toMatchObject({ status: 0, stderr: '' })
    expect(added.stdout).toContain('1 new')
    const page = (await (await fetch(`${server.told[1]}/api/count`)).json()) as { documents: number }
    expect(page.documents).toBe(1)
    expect(run(['add', report, '--publisher', 'Meridian Wire']).stdout).toContain('1 the same')
  })

  it('questions and searches are answered', async () => {
    expect(run(['timeline', '--about', 'Borland']).stdout).toContain('12 May 2031')
    expect((await ask(['actor', 'Cassia'])).stdout).toContain('Cassia')
    expect((await json<Rows>(['search', 'truce'])).rows.length).toBeGreaterThan(0)
    expect(await ask(['actor', 'Borlund'])).toMatchObject({ status: 1 })
    expect((await ask(['doctor'])).stdout).toBe('All promises that can be checked in place hold.\n')
  })

  it('judgements are made and taken back, by whom the command says', async () => {
    const reviewed = run(['review', '--about', 'Borland', '--by', 'editor', '--why', 'seen'], 'r\nu\na\n')
    expect(reviewed.stdout).toContain('undone')
    const cited = async () => (await json<Rows>(['timeline', '--about', 'Velmar'])).rows.flatMap((r) => r.citations)
    const [{ record } = { record: '' }] = await cited()
    expect((await ask(['retract', record, '--by', 'editor', '--why', 'misread'])).status).toBe(0)
    expect((await cited()).map((c) => c.record)).not.toContain(record)
    expect((await ask(['undo'])).status).toBe(0)
    expect((await cited()).map((c) => c.record)).toContain(record)
    expect(await ask(['merge', 'Cassia', 'Nobody'])).toMatchObject({ status: 1 })
    expect((await ask(['merge', 'Cassia', 'Velmar'])).status).toBe(0)
    expect((await ask(['split', 'Cassia'])).status).toBe(0)
  })

  it('a backup is written where the command was called', () => {
    const file = path.relative(process.cwd(), path.join(folder, 'copy.tgz'))
    expect(run(['backup', file])).toMatchObject({ status: 0 })
    expect(existsSync(path.join(folder, 'copy.tgz'))).toBe(true)
    expect(run(['backup', path.join(folder, 'none', 'copy.tgz')]).stderr).toContain('[output-failed]')
  })

  it('a second server is refused with the address of the first', () => {
    const second = run(['serve', '--port', '0'])
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`is served already at ${server.told[1]}`)
  })
})

describe('when the server is killed', () => {
  it('the commands open the folder themselves, and nothing is lost', async () => {
    await server.kill('SIGKILL')
    expect(existsSync(`${ledger}.server`)).toBe(true)
    expect(run(['timeline', '--about', 'Borland']).stdout).toContain('12 May 2031')
    expect(run(['doctor'])).toMatchObject({ status: 0 })
  })

  it('one that ends as it should leaves no address and no lock', async () => {
    server = await start(['serve', '--ledger', ledger, '--port', '0', '--threads', '1'], /readout serves/)
    expect(run(['actors']).stdout).toContain('Borland')
    await server.kill('SIGTERM')
    expect([existsSync(`${ledger}.server`), existsSync(`${ledger}.lock`)]).toEqual([false, false])
  })

  it('MCP on standard input answers for its folder too, for as long as it lives', async () => {
    server = await start(['mcp', '--ledger', ledger, '--threads', '1'], () => existsSync(`${ledger}.server`))
    expect(run(['timeline', '--about', 'Borland']).stdout).toContain('12 May 2031')
    await server.kill('SIGTERM')
    expect(existsSync(`${ledger}.server`)).toBe(false)
  })
})
