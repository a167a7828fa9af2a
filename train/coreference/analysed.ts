import { encode } from '../../src/2-analyse/encode/index.ts'
import { findNames } from '../../src/2-analyse/names/index.ts'
import { findQuotations } from '../../src/2-analyse/quotations/index.ts'
import type { Named, WordEvidence } from '../../src/2-analyse/steps.ts'
import type { Vocabulary } from '../../src/vocabulary/index.ts'
import { type GumDocument, goldParse } from './gum.ts'

/** A GUM document with its own trees and our names, analysed as far as coreference asks. */
export function analysed(
  document: GumDocument,
  trees: readonly string[][][],
  vocabulary: Vocabulary,
): [Named, WordEvidence] {
  const parsed = goldParse(document, trees)
  const raw = parsed.sentences.map(({ first, last, ...span }) => ({
    ...span,
    tokens: parsed.tokens.slice(first, last + 1),
  }))
  const { evidence } = encode(parsed.document, raw, vocabulary)
  const quoted = { ...parsed, quotations: findQuotations(parsed, vocabulary) }
  return [{ ...quoted, entities: findNames(quoted, vocabulary, evidence) }, evidence]
}
