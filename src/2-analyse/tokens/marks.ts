import { isWordKind, kindAt } from './characters.ts'
import { takeNumber } from './numbers.ts'
import { ELLIPSIS, EMOJI, EMOTICON, LOOSE_CLITIC, RUN, SIGNED, TAG, take } from './patterns.ts'

/** The patterns that may take a mark and what follows it, by the mark. */
const BY_MARK: Readonly<Record<string, readonly RegExp[]>> = {
  '#': [TAG, RUN],
  '@': [TAG],
  "'": [LOOSE_CLITIC, RUN],
  '’': [LOOSE_CLITIC, RUN],
  '[': [ELLIPSIS],
}
const RUNS = /[.!?\-=*~+<>`‘|]/
/** Emoji stand above this. */
const SYMBOLS = 0x2000

/** Punctuation, symbols, emoji: one token a mark, runs of one mark together. */
export function takeMark(text: string, at: number, first: boolean): number {
  const char = text[at]!
  const code = text.codePointAt(at)!
  if (first) {
    const face = take(EMOTICON, text, at)
    if (face > 0) return face
  }
  if ((char === '.' || char === '+') && take(SIGNED, text, at) > 0 && !isWordKind(kindAt(text, at - 1)))
    return takeNumber(text, at)
  const patterns =
    code > SYMBOLS ? [...(BY_MARK[char] ?? []), EMOJI] : (BY_MARK[char] ?? (RUNS.test(char) ? [RUN] : []))
  for (const pattern of patterns) {
    const end = take(pattern, text, at)
    if (end > 0) return end
  }
  return at + (code > 0xffff ? 2 : 1)
}
