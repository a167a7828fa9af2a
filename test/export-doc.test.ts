import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FORMAT_NAMES } from '../src/export/index.ts'
import { call } from './call.ts'
import { ROOT } from './program.ts'
import { openStory, type Story } from './story.ts'

/** docs/export.md: every format is told of, and its examples are run. UPDATE_DOCS=1 writes what they print now. */
const FILE = path.join(ROOT, 'docs', 'export.md')
const DOC = readFileSync(FILE, 'utf8')
const EXAMPLE = /^ {4}readout (export --format [a-z].+)\n\n```text\n([\s\S]*?)```/gm
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

let story: Story
beforeAll(async () => {
  story = await openStory()
  await story.ledger.close()
}, 240_000)
afterAll(() => story.close().catch(() => undefined))

const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!)
const examples = [...DOC.matchAll(EXAMPLE)].map((m) => [m[1]!, m[2]!] as const)

it('tells of every format, and of no other', () => {
  expect([...DOC.matchAll(/^\| `(\w+)` \|/gm)].map((m) => m[1]).sort()).toEqual([...FORMAT_NAMES].sort())
  expect(examples.length).toBeGreaterThan(1)
})

it.each(examples)('readout %s', async (line, shown) => {
  const { stdout } = await call([...words(line), '--ledger', story.folder])
  const printed = stdout.replace(UUID, '…').replaceAll('\r\n', '\n')
  expect(printed).not.toBe('')
  if (process.env.UPDATE_DOCS) {
    const before = `    readout ${line}\n\n\`\`\`text\n`
    writeFileSync(
      FILE,
      readFileSync(FILE, 'utf8').replace(`${before}${shown}`, () => before + printed),
    )
  } else expect(printed).toBe(shown)
})

it('writes a file, says what a format left out, and refuses what is none', async () => {
  const file = path.join(path.dirname(story.folder), 'out.jsonl')
  const to = ['--ledger', story.folder]
  const done = await call(['export', '--format', 'plover', '--out', file, '--json', ...to])
  expect(done).toMatchObject({ status: 0, stderr: expect.stringContaining('left out of plover: nobody is named') })
  expect(JSON.parse(done.stdout)).toMatchObject({ format: 'plover', out: file, leftOut: expect.any(Object) })
  expect(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .every((line) => JSON.parse(line).event),
  ).toBe(true)
  const nobody = await call(['export', '--format', 'csv', '--about', 'Velmarr', ...to])
  expect(nobody).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Nearest: Velmar') })
  const nowhere = await call(['export', '--format', 'csv', '--out', path.join(file, 'below'), ...to])
  expect(nowhere).toMatchObject({ status: 1, stderr: expect.stringContaining('[output-failed]') })
  for (const args of [
    ['--format', 'xls'],
    [],
    ['--format', 'csv', '--limit', '0'],
    ['--format', 'csv', '--since', 'May'],
  ])
    expect((await call(['export', ...args, ...to])).status).toBe(2)
}, 120_000)
