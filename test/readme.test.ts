import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../src/version.ts'
import { ROOT, readout } from './program.ts'

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
const folded = (text: string): string => text.replace(/\s+/g, ' ')

describe('README', () => {
  it('shows what the program prints of the sample', () => {
    const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const printed = folded(readout(['read', '--format', 'brief', 'samples/velmar-declaration.md']).stdout)
    const parts = shown
      .split('[…]')
      .map((part) => folded(part).trim())
      .filter(Boolean)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(printed).toContain(part)
  })

  it('has a program that runs', () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const folder = path.join(ROOT, 'out')
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'readme-example.mjs')
    writeFileSync(file, code)
    const run = spawnSync(process.execPath, [file], { encoding: 'utf8', cwd: ROOT })
    expect(run.stderr).toBe('')
    expect(run.stdout).toContain('event')
  })

  it('tells the figures that the benches measured', () => {
    const figures: Record<string, number> = JSON.parse(readFileSync(path.join(ROOT, 'docs', 'accuracy.json'), 'utf8'))
    const rows = [...readme.matchAll(/^\| [^|]+ \| ([\d.]+) \| `([^`]+)` \|$/gm)]
    expect(rows.length).toBeGreaterThan(5)
    for (const [, told, key] of rows) expect(Number(told)).toBeCloseTo(figures[key!]!, 2)
  })

  it('and package.json agree on the version', () => {
    expect(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version).toBe(VERSION)
  })
})
