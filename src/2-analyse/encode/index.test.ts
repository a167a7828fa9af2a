import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { writeConllu } from '../conllu.ts'
import type { RawSentence } from '../steps.ts'
import { cutSentences, parse } from './index.ts'
import { SENTENCES } from './sentences.fixture.ts'
import { isTree } from './tree.ts'

const vocabulary = loadVocabulary('en')

/** A document in which the words stand with a space after each. */
function lay(sentences: readonly (readonly string[])[]): [Document, RawSentence[]] {
  let text = ''
  const raw = sentences.map((words): RawSentence => {
    const start = text.length
    const tokens = words.map((word) => {
      const from = text.length
      text += `${word} `
      return { start: from, end: from + word.length }
    })
    return { start, end: Math.max(start, text.length - 1), paragraph: 0, tokens }
  })
  return [{ id: 'd', language: 'en', text }, raw]
}

const read = (sentences: readonly (readonly string[])[]) => parse(...lay(sentences), vocabulary)

/** Heads within each sentence, counted from 1. */
const trees = ({ sentences, tokens }: ReturnType<typeof read>) =>
  sentences.map(({ first, last }) => tokens.slice(first, last + 1).map((t) => (t.head < 0 ? 0 : t.head - first + 1)))

describe('parse', () => {
  it('reads what it always read, to the byte', async () => {
    await expect(writeConllu(read(SENTENCES))).toMatchFileSnapshot('../../../test/golden/parse.conllu')
  })

  it('reads a sentence alone as in company, and again as before', () => {
    const together = read(SENTENCES)
    const alone = SENTENCES.map((words) => read([words]))
    const shape = (p: typeof together) => p.tokens.map((t) => [t.text, t.lemma, t.upos, t.xpos, t.deprel])
    expect(alone.flatMap(shape)).toEqual(shape(together))
    expect(alone.flatMap(trees)).toEqual(trees(together))
    expect(read(SENTENCES)).toEqual(together)
  })

  it('gives spans and indexes of the document', () => {
    const { document, tokens, sentences } = read(SENTENCES)
    tokens.forEach((token, i) => {
      const { first, last } = sentences[token.sentence]!
      expect(token.index).toBe(i)
      expect(document.text.slice(token.start, token.end)).toBe(token.text)
      expect(first <= i && i <= last).toBe(true)
      expect(token.head === -1 || (first <= token.head && token.head <= last && token.head !== i)).toBe(true)
      expect(token.deprel === 'root').toBe(token.head === -1)
    })
  })

  it('makes one rooted tree of any words', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
      fc.constantFrom('the', 'said', ',', '“', '"', '\ud800', 'Arendia', '.', '1,000', "n't", '\u0000', '🕊', ' '),
    )
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 40 }), { maxLength: 6 }), (sentences) => {
        const parsed = read(sentences)
        expect(parsed.tokens.map((t) => t.text)).toEqual(sentences.flat())
        for (const heads of trees(parsed)) expect(isTree(heads)).toBe(true)
      }),
      { seed: 11, numRuns: 60 },
    )
  })
})

describe('parse, of what is empty or too long', () => {
  it('leaves out sentences without words', () => {
    expect(read([])).toMatchObject({ tokens: [], sentences: [] })
    expect(read([[], ['Talks', 'failed'], []]).sentences).toMatchObject([{ index: 0, first: 0, last: 1 }])
  })

  it('cuts a sentence that is too long, says so, and hangs the pieces on the first root', () => {
    const long = new Array(50).fill(SENTENCES[0]!.slice(0, -1)).flat()
    const parsed = read([SENTENCES[1]!, long])
    const [, heads] = trees(parsed)
    expect(isTree(heads!)).toBe(true)
    expect(cutSentences(parsed, vocabulary).map((s) => s.index)).toEqual([1])
    expect(parsed.tokens.filter((t) => t.sentence === 1 && t.deprel === 'root')).toHaveLength(1)
  })

  it('reads a sentence without end in linear time', () => {
    const words = 4_000
    const started = process.cpuUsage()
    expect(read([new Array(words).fill('x')]).tokens).toHaveLength(words)
    expect(process.cpuUsage(started).user / words).toBeLessThan(3000)
  })
})
