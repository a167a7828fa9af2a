/** What a character is to the lexer. Space, controls and what cannot be seen are blank; letters, marks on letters and "_" are letters. */
export const BLANK = 1
export const LETTER = 2
export const DIGIT = 3
export const MARK = 4
export type Kind = typeof BLANK | typeof LETTER | typeof DIGIT | typeof MARK

const IS_BLANK = /[\s\p{Cc}\p{Cf}]/u
const IS_LETTER = /[\p{L}\p{M}\p{N}_]/u
const IS_DIGIT = /[0-9]/

function tell(character: string): Kind {
  if (IS_DIGIT.test(character)) return DIGIT
  if (IS_LETTER.test(character)) return LETTER
  return IS_BLANK.test(character) ? BLANK : MARK
}

/** By code unit, filled as they come; 0 is not known yet. The patterns are ten times slower. */
const known = new Uint8Array(0x10000)

/** What the character that begins at `at` is; past the end there are blanks. */
export function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return BLANK
  const kind = known[code]!
  if (kind !== 0) return kind as Kind
  if (code >= 0xd800 && code <= 0xdbff) return tell(String.fromCodePoint(text.codePointAt(at)!))
  const told = tell(text[at]!)
  known[code] = told
  return told
}

export const isWordKind = (kind: Kind): boolean => kind === LETTER || kind === DIGIT
