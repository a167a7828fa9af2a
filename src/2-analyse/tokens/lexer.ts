import type { Span } from '../../model/span.ts'
import type { Segmentation } from '../../vocabulary/segmentation.ts'
import { splitClitics } from './clitics.ts'
import { takeNumber } from './numbers.ts'
import { DOMAIN, ELLIPSIS, EMAIL, EMOJI, EMOTICON, LOOSE_CLITIC, RUN, SIGNED, TAG, take, URL } from './patterns.ts'
import { takeWord } from './words.ts'

const SPACE = /\s/
const WORD_CHAR = /[\p{L}\p{M}\p{N}_]/u
const DIGIT = /\d/
/** Zero-width and control characters: they stand between tokens as spaces do. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u
const MARKS = [TAG, LOOSE_CLITIC, RUN, ELLIPSIS]
const CLOSES_ADDRESS = /[.,;:!?)\]}'’…]/

const isBlank = (char: string): boolean => SPACE.test(char) || INVISIBLE.test(char)

/** An address of the net without the punctuation of the sentence it stands in. */
function takeAddress(text: string, at: number, chunkEnd: number, mail: boolean): number {
  if (mail) {
    const end = take(EMAIL, text, at)
    if (end > 0) return end
  }
  let end = take(URL, text, at)
  if (end < 0) end = take(DOMAIN, text, at)
  if (end < 0) return -1
  end = Math.min(end, chunkEnd)
  while (end > at + 1 && CLOSES_ADDRESS.test(text[end - 1]!)) end--
  return end
}

/** Punctuation, symbols, emoji: one token a mark, runs of one mark together. */
function takeMark(text: string, at: number, chunkStart: number): number {
  const code = text.codePointAt(at)!
  if (code > 0x2000) {
    const emoji = take(EMOJI, text, at)
    if (emoji > 0) return emoji
  }
  if (at === chunkStart) {
    const face = take(EMOTICON, text, at)
    if (face > 0) return face
  }
  for (const pattern of MARKS) {
    const end = take(pattern, text, at)
    if (end > 0) return end
  }
  return at + (code > 0xffff ? 2 : 1)
}

/** The tokens of `text` from `start` to `end`: white space divides, and words divide as in UD's English treebanks. */
export function findTokens(text: string, { start, end }: Span, segmentation: Segmentation): Span[] {
  const tokens: Span[] = []
  let at = start
  let chunkStart = start
  let chunkEnd = start
  let mail = false
  while (at < end) {
    if (isBlank(text[at]!)) {
      at++
      chunkStart = at
      continue
    }
    if (at >= chunkEnd) {
      chunkEnd = at
      mail = false
      while (chunkEnd < end && !SPACE.test(text[chunkEnd]!)) if (text[chunkEnd++] === '@') mail = true
    }
    const next = takeToken(text, at, { chunkStart, chunkEnd, mail }, segmentation)
    push(tokens, text, at, Math.min(next, end), segmentation)
    at = Math.min(next, end)
  }
  return tokens
}

interface Chunk {
  readonly chunkStart: number
  readonly chunkEnd: number
  readonly mail: boolean
}

function takeToken(
  text: string,
  at: number,
  { chunkStart, chunkEnd, mail }: Chunk,
  segmentation: Segmentation,
): number {
  const char = String.fromCodePoint(text.codePointAt(at)!)
  const word = WORD_CHAR.test(char)
  if (word && (at === chunkStart || !WORD_CHAR.test(text[at - 1]!))) {
    const address = takeAddress(text, at, chunkEnd, mail)
    if (address > 0) return address
  }
  if (DIGIT.test(char) || (take(SIGNED, text, at) > 0 && !WORD_CHAR.test(text[at - 1] ?? '')))
    return takeNumber(text, at)
  if (word) return takeWord(text, at, segmentation)
  return takeMark(text, at, chunkStart)
}

const LETTER = /\p{L}/u

function push(tokens: Span[], text: string, start: number, end: number, segmentation: Segmentation): void {
  const word = text.slice(start, end)
  const starts = LETTER.test(word[0]!) ? splitClitics(word, segmentation) : [0]
  for (const [i, from] of starts.entries())
    tokens.push({ start: start + from, end: i + 1 < starts.length ? start + starts[i + 1]! : end })
}
