import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receiveReport } from '../src/1-receive/index.ts'
import { findQuotations } from '../src/2-analyse/quotations/index.ts'
import { tokenise } from '../src/2-analyse/tokens/index.ts'
import { loadIntake } from '../src/vocabulary/intake.ts'
import { openLanguage } from '../src/vocabulary/language.ts'
import { loadQuotationMarks } from '../src/vocabulary/quotation-marks.ts'
import { loadSegmentation } from '../src/vocabulary/segmentation.ts'
import { divide } from './divide.ts'
import { expectLinear, GROWING, hostileText, RUNS } from './hostile.ts'

const source = openLanguage('en')
const intake = loadIntake(source)
const vocabulary = { segmentation: loadSegmentation(source), quotationMarks: loadQuotationMarks(source) }

describe('sentences and tokens of any text', () => {
  it('lie inside one another, in order, without overlap', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let at = 0
        let paragraph = 0
        for (const sentence of tokenise(text, vocabulary)) {
          expect(sentence.paragraph).toBeGreaterThanOrEqual(paragraph)
          paragraph = sentence.paragraph
          expect([sentence.start, sentence.end]).toEqual([sentence.tokens[0]!.start, sentence.tokens.at(-1)!.end])
          for (const { start, end } of sentence.tokens) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      RUNS,
    )
  })

  it('leave out nothing but white space and what cannot be seen', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let at = 0
        const between: string[] = []
        for (const token of tokenise(text, vocabulary).flatMap((s) => s.tokens)) {
          between.push(text.slice(at, token.start))
          at = token.end
        }
        expect([...between, text.slice(at)].join('')).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u)
      }),
      RUNS,
    )
  })

  it('never part the halves of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start } of tokenise(text, vocabulary).flatMap((s) => s.tokens))
          expect(/[\uD800-\uDBFF]/.test(text[start - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[start]!)).toBe(false)
      }),
      RUNS,
    )
  })

  it.each(GROWING)('take time in proportion to the length of %s', (_what, grow) => {
    expectLinear(grow, (text) => tokenise(text, vocabulary))
  })
})

describe('quotations in any text', () => {
  it('lie in the text, nested or apart, and begin with a mark', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const around: number[] = []
        for (const { start, end, level } of findQuotations(divide(text, vocabulary), vocabulary)) {
          expect(
            vocabulary.quotationMarks.has(text[start]!) || vocabulary.quotationMarks.has(text.slice(start, start + 2)),
          ).toBe(true)
          expect(end).toBeLessThanOrEqual(text.length)
          while (around.length > 0 && around.at(-1)! <= start) around.pop()
          expect(level).toBe(around.length)
          if (around.length > 0) expect(end).toBeLessThanOrEqual(around.at(-1)!)
          around.push(end)
        }
      }),
      RUNS,
    )
  })

  it.each(GROWING)('take time in proportion to the length of %s', (_what, grow) => {
    expectLinear(
      (n) => divide(grow(n), vocabulary),
      (parsed) => findQuotations(parsed, vocabulary),
    )
  })
})

describe('reports of any text', () => {
  it('are received with their text unchanged', () => {
    fc.assert(
      fc.property(hostileText, fc.option(fc.string(), { nil: undefined }), (text, publishedAt) => {
        const { document, issues } = receiveReport(
          { text, ...(publishedAt === undefined ? {} : { publishedAt }) },
          intake,
        )
        expect(document.text).toBe(text)
        for (const { span } of issues) if (span) expect(span.end).toBeLessThanOrEqual(text.length)
      }),
      RUNS,
    )
  })

  it.each(GROWING)('take time in proportion to the length of %s', (_what, grow) => {
    expectLinear(grow, (text) => receiveReport({ text }, intake))
  })
})
