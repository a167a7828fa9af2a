import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadQuantities, type QuantityRule } from '../../vocabulary/quantities.ts'
import { tagged } from '../shared/tagged-text.ts'
import { findNumbers, findQuantities } from './index.ts'

const quantities = loadQuantities(openLanguage('en'))
// The step asks nothing else of the vocabulary.
const vocabulary = { quantities } as Parameters<typeof findQuantities>[1]

function read(written: string) {
  const { text, tokens, sentences } = tagged(written)
  const document = { id: 'x', language: 'en', text }
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const kept = findQuantities({ document, tokens, sentences, entities: [], quotations: [], times: [] }, vocabulary)
  const rules = findNumbers({ tokens }, quantities).map((one) => [words(one), one.match.rule.id])
  return { kept: kept.map((one) => [words(one), one.low, one.high, one.unit]), rules, left: kept.map(words) }
}

describe.each(quantities.rules.map((rule): [string, QuantityRule] => [rule.id, rule]))('rule %s', (id, rule) => {
  it.each(rule.yes.map((example) => [example[0], example] as const))('%s', (written, [, words, low, high, unit]) => {
    const { kept, rules } = read(written)
    expect(rules).toContainEqual([words, id])
    if (rule.bounds === 'none') expect(kept.map(([kept]) => kept)).not.toContain(words)
    else expect(kept).toContainEqual([words, low, high, unit])
  })
  it.each(rule.no)('not in: %s', (written) => {
    const { rules, left } = read(written)
    expect(rules.filter(([words]) => left.includes(words!)).map(([, found]) => found)).not.toContain(id)
  })
})
