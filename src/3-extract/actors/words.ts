import type { Analysis, Entity, Token } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Span } from '../../model/span.ts'

/** The document's tokens with what hangs on each, and the names they stand in. */
export interface Words {
  readonly text: string
  readonly tokens: readonly Token[]
  children(token: number): readonly number[]
  /** The name that a token stands in. */
  entityAt(token: number): Entity | null
  /** Tokens of a span, first and last inclusive; last < first where it holds none. */
  range(span: Span): { first: number; last: number }
}

export function indexWords(analysis: Analysis): Words {
  const { tree, entityAt, tokensOf } = indexOf(analysis)
  return {
    text: analysis.document.text,
    tokens: analysis.tokens,
    children: tree.children,
    entityAt: (token) => entityAt(token) ?? null,
    range: tokensOf,
  }
}

/** The relation without its subtype. */
export const relation = ({ deprel }: Token): string => {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Does a noun's part open with "of": "the minister *of Velmar*"? */
export const opensWithOf = ({ tokens, children }: Words, token: number): boolean =>
  children(token).some((mark) => tokens[mark]!.deprel === 'case' && tokens[mark]!.lemma === 'of')

/** A name of first letters alone: "UN", "U.S.". */
export const ACRONYM = /^(?:\p{Lu}\.?){2,}$/u

/** The words of a span on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
