import type { Span } from '../../model/span.ts'

/** "VELMAR, Arendia, Nov. 10, 2025 (AP) —" is no longer than this. */
const LONGEST = 18
const DASH = /^(?:—|–|-{1,3}|_)$/
const NAME = /^(?:[\p{Lu}\p{N}]|(?:al|el|de|of|and|the|on)$)/u
const JOINT = /^[,/'’-]$/
/** A place in capitals. Shorter ones are names of bodies as often. */
const CAPITALS = /^\p{Lu}{4,}$/u
const ALL_CAPITALS = /^\p{Lu}{2,}$/u
const BEGINS = /^["“‘'`\p{Lu}\p{N}]/u

/**
 * The first token after the dateline that a block begins with, or 0. The treebanks hold a dateline for a sentence of its
 * own, and what follows it begins like any other.
 */
export function afterDateline(text: string, tokens: readonly Span[]): number {
  const word = (i: number): string =>
    tokens[i] ? text.slice(tokens[i].start, Math.min(tokens[i].end, tokens[i].start + 40)) : ''
  let agency = 0
  let figures = 0
  let commas = 0
  for (let i = 0; i < Math.min(tokens.length - 1, LONGEST); i++) {
    const at = word(i)
    if (at === '(') i = agency = closing(word, i)
    else if (i > 0 && DASH.test(at) && standsApart(text, tokens[i]!)) {
      const told = agency > 0 || figures > 0 || commas > 0 || CAPITALS.test(word(i - 1)) || CAPITALS.test(word(0))
      return told && BEGINS.test(word(i + 1)) && !goesOnInCapitals(word, i + 1) ? i + 1 : 0
    } else if (!NAME.test(at) && !JOINT.test(at)) return 0
    if (agency < 0) return 0
    if (/^\d/.test(at)) figures++
    if (at === ',') commas++
  }
  return 0
}

/** Where the bracket that opens at `at` closes, or -1 where that is far. */
function closing(word: (i: number) => string, at: number): number {
  for (let i = at + 1; i < at + 8; i++) if (word(i) === ')') return i
  return -1
}

/** A hyphen inside a name ("PORT-AU-PRINCE") is no dash. */
function standsApart(text: string, { start, end }: Span): boolean {
  if (/[—–_]/.test(text[start]!)) return true
  return /[\s)]/.test(text[start - 1] ?? ' ') && /\s/.test(text[end] ?? ' ')
}

/** A headline in capitals with a dash. */
const goesOnInCapitals = (word: (i: number) => string, at: number): boolean =>
  ALL_CAPITALS.test(word(at)) && ALL_CAPITALS.test(word(at + 1))
