import { encode } from '../src/2-analyse/encode/index.ts'
import { findNames } from '../src/2-analyse/names/index.ts'
import { tokenise } from '../src/2-analyse/tokens/index.ts'
import type { Entity } from '../src/model/analysis.ts'
import { loadVocabulary, type Vocabulary } from '../src/vocabulary/index.ts'

let loaded: Vocabulary | undefined
/** Loaded once for all tests of a file. */
export function vocabulary(): Vocabulary {
  loaded ??= loadVocabulary('en')
  return loaded
}

export interface Found extends Entity {
  readonly text: string
}

/** The names of a text with their words. */
export function namesIn(text: string): Found[] {
  const document = { id: 'test', language: 'en', text }
  const { parsed, evidence } = encode(document, tokenise(text, vocabulary()), vocabulary())
  return findNames({ ...parsed, quotations: [] }, vocabulary(), evidence).map((entity) => ({
    ...entity,
    text: text.slice(entity.start, entity.end),
  }))
}

/** "Arendia: place" for each name of the text, in order. */
export const outline = (text: string): string[] => namesIn(text).map((name) => `${name.text}: ${name.type}`)
