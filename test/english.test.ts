import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { countEnglish } from './english.ts'

/**
 * Words of English in the code of each room; `countEnglish` says which words count. They belong in data/en/. A count that
 * rises fails the test: write a row instead. If a count falls, lower the figure here.
 */
const ENGLISH: Readonly<Record<string, number>> = { '2-analyse': 465, '3-extract': 180, '4-resolve': 40 }

const src = path.join(import.meta.dirname, '..', 'src')

function countsOf(room: string): [string, number][] {
  const folder = path.join(src, room)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name): [string, number] => [name, countEnglish(name, readFileSync(path.join(folder, name), 'utf8'))])
    .filter(([, count]) => count > 0)
    .sort()
}

describe('words of English outside data/', () => {
  it.each(Object.entries(ENGLISH))('in %s are no more than %i', (room, most) => {
    const counts = countsOf(room)
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    const list = counts.map(([name, count]) => `${name} ${count}`).join(', ')
    expect(total, `move the new words into a row of data/en/; by file: ${list}`).toBeLessThanOrEqual(most)
    expect(total, `the count of ${room} has fallen: write ${total} into ENGLISH`).toBeGreaterThanOrEqual(most)
  })
})

describe('countEnglish', () => {
  it.each([
    ["token.lemma === 'have'", 1],
    ["'of' !== word.toLowerCase()", 1],
    ["const A = new Set(['who', 'such as', 'NOUN']); A.has(token.text)", 2],
    ["['gmt', 'utc'].includes(atom.text)", 2],
    ['/^(?:the|an?)$/i.test(token.text)', 2],
    ["const T = /^(?:mr|dr)\\.? /; name.replace(T, '')", 2],
    ["switch (token.lower) { case 'not': }", 1],
    ["token.deprel === 'nsubj'", 0],
    ["const A = new Set(['nsubj']); A.has(token.deprel)", 0],
    ["token.text === '('", 0],
    ["const ROOMS = ['kitchen']", 0],
  ])('%s: %i', (source, count) => expect(countEnglish('x.ts', source)).toBe(count))
})
