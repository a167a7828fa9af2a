import type { Token } from '../../model/analysis.ts'
import type { Span } from '../../model/span.ts'

/**
 * The smallest pieces that numbers and dates are written with: a run of letters, a number in figures, or one other
 * sign. Grammars over atoms read "two-year", "two - year" and "two-year" cut in three tokens alike.
 */
export interface Atom extends Span {
  /** Lower case; curly apostrophes straight; the period of an abbreviation ("Nov.", "p.m.") left out. */
  readonly text: string
  /** Document token index of its token. */
  readonly token: number
  /** Nothing is between it and the atom before. */
  readonly glued: boolean
  readonly capital: boolean
  /** Universal part of speech of its token. */
  readonly tag: string
  /** Of a number in figures: its value. */
  readonly value?: number
  /** Of a number in figures: the figures as written, with their commas and point. */
  readonly figures?: string
}

const OTHER_LETTER = /[\p{L}\p{M}]/u
const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
/** Length of the letter at an index in UTF-16 units, 0 if there is none. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (isAsciiLetter(code)) return 1
  if (Number.isNaN(code) || code < 128) return 0
  const sign = String.fromCodePoint(text.codePointAt(at)!)
  return OTHER_LETTER.test(sign) ? sign.length : 0
}
const isDigit = (code: number): boolean => code >= 48 && code <= 57

function endOfLetters(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const letter = letterAt(text, at)
    if (letter > 0) at += letter
    // "p.m." and "o'clock": a mark with a letter on either side
    else if (at > from && isJoint(text, from, at) && letterAt(text, at + 1) > 0) at += 1
    else break
  }
  return at
}

/** A period joins single letters only ("p.m"), an apostrophe the o' of "o'clock". */
function isJoint(text: string, from: number, at: number): boolean {
  if (text[at] === '.') return at === from + 1 || text[at - 2] === '.'
  return (text[at] === "'" || text[at] === '’') && at === from + 1 && (text[from] === 'o' || text[from] === 'O')
}

/** Figures with groups of three after commas and at most one decimal point: "3,000", "1.2", "10". */
function endOfFigures(text: string, from: number): number {
  let at = from
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1
  const head = at - from
  while (head <= 3 && text[at] === ',' && threeDigits(text, at + 1)) at += 4
  if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
    at += 1
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1
  }
  return at
}

function threeDigits(text: string, from: number): boolean {
  for (let k = from; k < from + 3; k++) if (!isDigit(text.charCodeAt(k))) return false
  return !isDigit(text.charCodeAt(from + 3))
}

function endOfAtom(text: string, at: number): number {
  if (isDigit(text.charCodeAt(at))) return endOfFigures(text, at)
  const end = endOfLetters(text, at)
  if (end > at) return text[end] === '.' && end === text.length - 1 ? end + 1 : end
  if (
    (text[at] === "'" || text[at] === '’') &&
    (text[at + 1] === 's' || text[at + 1] === 'S') &&
    at + 2 === text.length
  )
    return at + 2
  return at + String.fromCodePoint(text.codePointAt(at)!).length
}

const figuresValue = (written: string): number => Number(written.replaceAll(',', ''))

/** The atoms of tokens, in order. Tokens of more than `LONGEST` units (encoded data, not words) are one atom each. */
export function toAtoms(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = []
  for (const token of tokens) {
    const { length } = token.text
    for (let at = 0; at < length; ) {
      const end = length > LONGEST ? length : endOfAtom(token.text, at)
      atoms.push(toAtom(token, at, end, atoms.at(-1)?.end ?? -1))
      at = end
    }
  }
  return atoms
}

const LONGEST = 200

function toAtom(token: Token, from: number, to: number, previousEnd: number): Atom {
  const written = from === 0 && to === token.text.length ? token.text : token.text.slice(from, to)
  const plain = written.length > 1 && written.endsWith('.') ? written.slice(0, -1) : written
  const lower = (plain.includes('’') ? plain.replaceAll('’', "'") : plain).toLowerCase()
  const figures = token.text.length <= LONGEST && isDigit(written.charCodeAt(0))
  const atom = {
    start: token.start + from,
    end: token.start + to,
    text: lower,
    token: token.index,
    tag: token.upos,
    glued: token.start + from === previousEnd,
    capital: plain.charCodeAt(0) !== lower.charCodeAt(0),
  }
  return figures ? { ...atom, value: figuresValue(written), figures: written } : atom
}
