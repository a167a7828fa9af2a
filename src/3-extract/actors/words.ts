import type { Analysis, Entity, Token } from '../../model/analysis.ts'
import { firstEndingAfter, type Span } from '../../model/span.ts'

const NONE: readonly number[] = []

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

export function indexWords({ document, tokens, entities }: Analysis): Words {
  const below: (number[] | undefined)[] = new Array(tokens.length)
  for (const { head, index } of tokens) {
    if (head < 0) continue
    const list = below[head]
    if (list) list.push(index)
    else below[head] = [index]
  }
  const names = new Int32Array(tokens.length).fill(-1)
  for (const [k, { first, last }] of entities.entries()) names.fill(k, first, last + 1)
  /** First token that ends after the offset. */
  const after = (offset: number): number => firstEndingAfter(tokens, offset)
  return {
    text: document.text,
    tokens,
    children: (token) => below[token] ?? NONE,
    entityAt: (token) => entities[names[token] ?? -1] ?? null,
    range(span) {
      const first = after(span.start)
      let last = first - 1
      while (last + 1 < tokens.length && tokens[last + 1]!.start < span.end) last++
      return { first, last }
    },
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
