import type { Document } from '../../model/document.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Parsed, RawSentence } from '../steps.ts'

export function parse(document: Document, _sentences: readonly RawSentence[], _vocabulary: Vocabulary): Parsed {
  return { document, tokens: [], sentences: [] }
}
