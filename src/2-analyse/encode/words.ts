/** Words as the encoder sees them: word pieces and the shape of their letters. The same as train/encoder/words.py. */

const SAME: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '…': '.',
  '\u00a0': ' ',
}
const VARIANTS = /[“”„«»‘’`–—…\u00a0]/g

/** Typographic variants to the plain sign that the treebanks mostly use; `` and '' to the double quote. */
export function normalise(word: string): string {
  const plain = word.replace(VARIANTS, (sign) => SAME[sign]!)
  return plain === "''" ? '"' : plain
}

const REMOVED = /[\p{Mn}\p{Cc}\p{Cf}]/gu

/** BERT's uncased form: lower case, accents and control characters removed. */
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(REMOVED, '')

/** Punctuation, other ASCII signs and characters written without spaces stand alone; the rest runs on to a space. */
const PARTS =
  /[!-/:-@[-`{-~]|(?![\0-\x7f])[\p{P}\u3400-\u4dbf\u4e00-\u9fff]|(?:[0-9A-Za-z]|(?![\0-\x7f])[^\s\p{P}\u3400-\u4dbf\u4e00-\u9fff])+/gu

const UNKNOWN = '[UNK]'
/** Characters of a part; what is longer is unknown. */
const LONGEST_PART = 100
/** Pieces of a word; the rest is dropped. */
export const MOST_PIECES = 12
/** More of a word than its pieces can reach is not looked at. */
const LONGEST_WORD = LONGEST_PART * MOST_PIECES

/** Greedy longest match from the left; the whole part is unknown if any of it is. */
function piecesOf(part: string, rows: ReadonlyMap<string, number>): string[] {
  const characters = Array.from(part)
  if (characters.length > LONGEST_PART) return [UNKNOWN]
  const found: string[] = []
  for (let start = 0; start < characters.length; ) {
    let end = characters.length
    const piece = () => (start === 0 ? '' : '##') + characters.slice(start, end).join('')
    while (end > start && !rows.has(piece())) end--
    if (end === start) return [UNKNOWN]
    found.push(piece())
    start = end
  }
  return found
}

/** The pieces of a word, at least one; `rows` contains the known pieces. */
export function wordPieces(word: string, rows: ReadonlyMap<string, number>): string[] {
  const parts = plain(normalise(word.slice(0, LONGEST_WORD))).match(PARTS) ?? []
  const found: string[] = []
  for (const part of parts) if (found.length < MOST_PIECES) found.push(...piecesOf(part, rows))
  return found.length > 0 ? found.slice(0, MOST_PIECES) : [UNKNOWN]
}

const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
const DIGIT = /\p{Nd}/u
const LETTERS = /[\p{Lu}\p{Ll}]/gu

/** Number of the word's shape, 1 to 9; 0 is for the signs at both ends of a sentence. */
export function shape(word: string): number {
  const letters = word.match(LETTERS) ?? []
  const digits = DIGIT.test(word)
  if (letters.length === 0) return digits ? 1 : 2
  if (digits) return 3
  const upper = letters.filter((letter) => UPPER.test(letter)).length
  if (upper === letters.length) return upper > 1 ? 4 : 5
  if (upper === 0) return 8
  if (UPPER.test(String.fromCodePoint(word.codePointAt(0)!)))
    return letters.slice(1).some((l) => !LOWER.test(l)) ? 7 : 6
  return 9
}
