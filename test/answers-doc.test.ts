import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call } from './call.ts'
import { ROOT } from './program.ts'
import { openStory, type Story } from './story.ts'

/**
 * docs/answers.md shows what the commands print over the worked story: each example is run. Where the reader has come to
 * read the story otherwise, UPDATE_DOCS=1 writes what they print now; look at the difference before it is kept.
 */
const FILE = path.join(ROOT, 'docs', 'answers.md')
const DOC = readFileSync(FILE, 'utf8')
const EXAMPLE = /^ {4}readout (.+)\n\n```text\n([\s\S]*?)```/gm
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

let story: Story
beforeAll(async () => {
  story = await openStory()
  await story.ledger.close()
}, 120_000)
afterAll(() => story.close().catch(() => undefined))

const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!)

const print = async (line: string): Promise<string> =>
  (await call([...words(line), '--ledger', story.folder])).stdout.replace(UUID, '…')

const examples = [...DOC.matchAll(EXAMPLE)].map((m) => [m[1]!, m[2]!] as const)

it('has an example of every question', () => {
  const asked = new Set(examples.map(([line]) => line.split(' ')[0]))
  const sections = [...DOC.matchAll(/^## (\w+)$/gm)].map((m) => m[1]!)
  expect([...asked].sort()).toEqual([...sections].sort())
  expect(sections).toHaveLength(11)
})

it.each(examples)('readout %s', async (line, shown) => {
  const printed = await print(line)
  if (process.env.UPDATE_DOCS)
    writeFileSync(
      FILE,
      readFileSync(FILE, 'utf8').replace(shown, () => printed),
    )
  else expect(printed).toBe(shown)
})
