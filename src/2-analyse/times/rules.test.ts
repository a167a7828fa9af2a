import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadTimes, type TimeRule } from '../../vocabulary/times.ts'
import { tagged } from '../shared/tagged-text.ts'
import { findExpressions } from './find.ts'
import { findTimes } from './index.ts'

const times = loadTimes(openLanguage('en'))

function read(written: string, publishedAt: string) {
  const { text, tokens, sentences } = tagged(written)
  const document = { id: 'x', language: 'en', text, publishedAt }
  // The step asks nothing else of the vocabulary.
  const vocabulary = { times } as Parameters<typeof findTimes>[1]
  const found = findTimes({ document, tokens, sentences, entities: [], quotations: [] }, vocabulary)
  const rules = findExpressions({ tokens }, times).map(({ start, end, match }) => [
    text.slice(start, end),
    match.rule.id,
  ])
  return { found: found.map(({ start, end, value }) => [text.slice(start, end), value]), rules }
}

describe.each(times.rules.map((rule): [string, TimeRule] => [rule.id, rule]))('rule %s', (id, rule) => {
  it.each(rule.yes)('%s', (written, expression, value) => {
    const { found, rules } = read(written, '2025-11-11')
    expect(rules).toContainEqual([expression, id])
    if (value === '-') expect(found.map(([words]) => words)).not.toContain(expression)
    else expect(found).toContainEqual([expression, value])
  })
  it.each(rule.no)('not in: %s', (written) => {
    expect(read(written, '2025-11-11').rules.map(([, found]) => found)).not.toContain(id)
  })
})
