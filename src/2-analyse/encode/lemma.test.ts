import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { applyRule, lemmaOf, perfectLemma } from './lemma.ts'

const { lemmas, encoder } = loadVocabulary('en')
const rank = (word: string) => encoder.pieces.get(word)

describe('rules', () => {
  it.each(lemmas.rules.map((rule) => [rule.id, rule] as const))('%s does what its examples say', (_, rule) => {
    for (const [form, lemma] of rule.yes) expect([form, applyRule(rule, form, rank)]).toEqual([form, lemma])
    for (const [form, lemma] of rule.no) expect([form, applyRule(rule, form, rank)]).not.toEqual([form, lemma])
  })
})

describe('lemmaOf', () => {
  const lemma = (form: string, upos: string, xpos: string, initial = false) =>
    lemmaOf(lemmas, rank, form, { upos, xpos, initial })

  it.each([
    ['said', 'VERB', 'VBD', 'say'],
    ['sought', 'VERB', 'VBN', 'seek'],
    ['Agreed', 'VERB', 'VBD', 'agree'],
    ['n’t', 'PART', 'RB', 'not'],
    ['’s', 'PART', 'POS', "'s"],
    ['them', 'PRON', 'PRP', 'they'],
    ['ministers', 'NOUN', 'NNS', 'minister'],
    ['Ministers', 'PROPN', 'NNPS', 'Minister'],
    ['MINISTRIES', 'PROPN', 'NNPS', 'MINISTRY'],
    ['Arendians', 'PROPN', 'NNPS', 'Arendian'],
    ['Arendian', 'ADJ', 'JJ', 'Arendian'],
    ['1,500', 'NUM', 'CD', '1500'],
    ['GDP', 'NOUN', 'NN', 'GDP'],
    ['worse', 'ADJ', 'JJR', 'bad'],
  ])('%s %s/%s is %s', (form, upos, xpos, expected) => expect(lemma(form, upos, xpos)).toBe(expected))

  it('takes no capital at the start of a sentence for a name', () =>
    expect(lemma('Heavy', 'ADJ', 'JJ', true)).toBe('heavy'))
})

describe('perfectLemma', () => {
  it.each([
    ["'s", 'VBZ', 'aux', 'VBN', 'have'],
    ['’d', 'VBD', 'aux', 'VBN', 'have'],
    ["'s", 'VBZ', 'aux', 'VBG', undefined],
    ["'s", 'VBZ', 'aux:pass', 'VBN', undefined],
    ["'s", 'VBZ', 'cop', 'JJ', undefined],
    ["'d", 'MD', 'aux', 'VB', undefined],
    ['is', 'VBZ', 'aux', 'VBN', undefined],
  ])('%s %s %s before %s: %s', (form, xpos, deprel, headTag, expected) =>
    expect(perfectLemma(form, xpos, deprel, headTag)).toBe(expected),
  )
})
