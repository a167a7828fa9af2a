import { findNames } from '../../src/2-analyse/names/index.ts'
import { findQuotations } from '../../src/2-analyse/quotations/index.ts'
import type { Named } from '../../src/2-analyse/steps.ts'
import type { Vocabulary } from '../../src/vocabulary/index.ts'
import { type GumDocument, goldParse } from './gum.ts'

/** A GUM document with its own trees and our names, analysed as far as coreference asks. */
export function analysed(document: GumDocument, trees: readonly string[][][], vocabulary: Vocabulary): Named {
  const parsed = goldParse(document, trees)
  const quoted = { ...parsed, quotations: findQuotations(parsed, vocabulary) }
  return { ...quoted, entities: findNames(quoted, vocabulary) }
}
