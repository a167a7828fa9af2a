/*
 * This folder finds the stretches in quotation marks. marks.ts finds the marks of a paragraph, match.ts pairs them over
 * paragraphs, singles.ts tells single marks from apostrophes. Quotations are in text order and nest: of two that meet, one
 * contains the other. A quotation that no mark closes ends with its paragraph and is `open`.
 */
import type { Quotation } from '../../model/analysis.ts'
import type { Issue } from '../../model/issue.ts'
import { bySpan } from '../../model/span.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Parsed } from '../steps.ts'
import { findMarks } from './marks.ts'
import { Matcher, type Paragraph } from './match.ts'

/**
 * The stretches in quotation marks, marks included, in the order of the text. A quotation whose paragraphs each begin with a mark
 * is one stretch a paragraph, and only a stretch that no mark ever closes is `open`: it ends with its paragraph.
 */
export function findQuotations(
  { document, sentences, tokens }: Parsed,
  vocabulary: Pick<Vocabulary, 'quotationMarks'>,
): Quotation[] {
  const paragraphs: Paragraph[] = []
  let first = 0
  for (const [i, sentence] of sentences.entries()) {
    if (sentences[i + 1]?.paragraph === sentence.paragraph) continue
    const words = tokens.slice(sentences[first]!.first, sentence.last + 1)
    paragraphs.push({ end: sentence.end, marks: findMarks(document.text, words, vocabulary.quotationMarks) })
    first = i + 1
  }
  return withLevels([...new Matcher(document.text, paragraphs).run()].sort(bySpan))
}

/** A quotation inside another is one level deeper. */
function withLevels(found: readonly Omit<Quotation, 'level'>[]): Quotation[] {
  const around: number[] = []
  return found.map((quotation) => {
    while (around.length > 0 && around.at(-1)! <= quotation.start) around.pop()
    const level = around.length
    around.push(quotation.end)
    return { ...quotation, level }
  })
}

/** What to tell the reader of quotations that no mark closes. */
export const openQuotations = (quotations: readonly Quotation[]): Issue[] =>
  quotations
    .filter((quotation) => quotation.open)
    .map(({ start, end }) => ({
      code: 'quotation-open',
      message: 'no mark closes this quotation; it was taken to end with its paragraph or where the next one opens',
      span: { start, end },
    }))
