import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { affixes, learnedKey, normalise } from './features.ts'

interface Row {
  readonly word: string
  readonly normal: string
  readonly learned: string
  readonly affixes: readonly string[]
}
/** Written by train/parser/feature_table.py from what the network was trained with. */
const table: Row[] = JSON.parse(readFileSync('test/parser-features/table.json', 'utf8'))

describe('features', () => {
  it.each(table.map((row) => [JSON.stringify(row.word), row] as const))(
    'of %s are what the network learned',
    (_, row) => {
      const normal = normalise(row.word)
      const lower = normal.toLowerCase()
      const found: Row = { word: row.word, normal, learned: learnedKey(lower), affixes: affixes(normal, lower) }
      expect(found).toEqual(row)
    },
  )

  it('takes no longer for a word without end', () => {
    const endless = 'a'.repeat(5_000_000)
    expect(affixes(endless, endless)).toEqual(['aaa', 'aa', 'aaa', 'xx', 'aaaa'])
  })
})
