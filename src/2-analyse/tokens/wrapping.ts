import type { Span } from '../../model/span.ts'
import type { Segmentation } from '../../vocabulary/segmentation.ts'
import type { Line } from './lines.ts'

/**
 * Whether a line end means something, or only shows where a line was full. A line end is run over where
 *  - the sentence plainly goes on: the line ends in the middle of one and the next begins with a small letter, or the line
 *    ends with a word that ends no sentence ("of"); or
 *  - the text is wrapped, and the next word did not fit into the line any more.
 * Blank lines and list items always divide. A date in a line of its own stands by itself, and so does a first line without
 * any full stop, unless the text is surely wrapped and the next line cannot begin a sentence. A short line ends its paragraph: so do headlines, datelines, greetings and signatures.
 */
export type RunsOver = (line: Line, next: Line, position: Position) => boolean

export interface Position {
  /** No line of the same paragraph stands before it. */
  readonly first: boolean
}

/** Lines of wrapped text are not wider or narrower than this. */
const WIDEST_WRAP = 120
const NARROWEST_WRAP = 40
/** How much narrower than the widest line a full line may be, its next word counted. */
const SLACK = 3
/** The share of line ends that must be at full lines. */
const MOST = 0.8
/** How many line ends at full lines, one of them before a small letter, make it sure that a text is wrapped. */
const ENOUGH = 2
/** Shorter lines may be headings that end in any word. */
const SHORTEST_UNFINISHED = 25

const ENDS_OPEN = /[\p{L}\p{N},;–—-]$/u
const BEGINS_SMALL = /^["'“‘(]?\p{Ll}/u
const BEGINS_WITH_WORD = /^["'“‘(]?[\p{L}\p{N}]/u
const LAST_WORD = /(?:^|\s)(\p{L}+)$/u
/** A whole word with a capital; "I" has one everywhere. */
const FIRST_WORD = /^(A|\p{Lu}\p{Ll}+)(?!\S)/u
const STOP_INSIDE = /[.!?…]["'”’)]*\s/u
/** A bullet; a mark or number that is one at the beginning of a line unless a sentence was broken there. */
const BULLET = /^[•·▪‣◦●■*>|]/
const ITEM = /^(?:[-–—]+\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/
const SENTENCE_OVER = /[.!?…:;]["'”’)\]]*$/

/** "Monday, May 7, 2015" or "7 May 2015" and nothing else. */
const DATE_LINE = /^(?:\p{Lu}\p{L}+, )?(?:\p{Lu}\p{L}+\.? \d{1,2},|\d{1,2} \p{Lu}\p{L}+,?) \d{4}$/u
const head = (text: string, line: Span): string => text.slice(line.start, Math.min(line.end, line.start + 16))
const tail = (text: string, line: Span): string => text.slice(Math.max(line.start, line.end - 24), line.end)
const words = (text: string, line: Span): string => text.slice(line.start, line.end)

const firstWordLength = (text: string, line: Span): number => {
  const space = text.slice(line.start, Math.min(line.end, line.start + WIDEST_WRAP)).search(/\s/)
  return space < 0 ? line.end - line.start : space
}

/** Whether the next line begins an item of a list. */
function beginsItem(text: string, line: Line, next: Line): boolean {
  const start = head(text, next)
  return BULLET.test(start) || (ITEM.test(start) && SENTENCE_OVER.test(tail(text, line)))
}

/** The line stops in the middle of a sentence which the next line takes up in small letters. */
const goesOnSmall = (text: string, line: Line, next: Line): boolean =>
  ENDS_OPEN.test(tail(text, line)) && BEGINS_SMALL.test(head(text, next))

function isUnfinished(text: string, line: Line, next: Line, { unfinished }: Segmentation): boolean {
  if (line.end - line.start < SHORTEST_UNFINISHED || !BEGINS_WITH_WORD.test(head(text, next))) return false
  const last = LAST_WORD.exec(tail(text, line))?.[1]
  return last !== undefined && unfinished.has(last)
}

/** Whether a date stands by itself, or the next line begins with a word that has a capital only where a sentence begins. */
function standsAlone(text: string, line: Line, next: Line, { openers }: Segmentation): boolean {
  if (DATE_LINE.test(words(text, line)) || DATE_LINE.test(words(text, next))) return true
  if (text[line.end - 1] === ',') return false
  const word = FIRST_WORD.exec(head(text, next))?.[1]
  return word !== undefined && openers.has(word.toLowerCase()) && !STOP_INSIDE.test(`${words(text, line)} `)
}

interface Wrapping {
  /** The narrowest a full line can be, with the word after it; 0 where lines are not full. */
  readonly full: number
  /** Whether so many lines are full that it is no accident. */
  readonly sure: boolean
}

interface Pair {
  readonly line: Line
  readonly next: Line
  readonly small: boolean
}

/** Looks at the shape of a text: how wide the lines are that certainly break a sentence, or else all that might. */
function findWrapping(text: string, lines: readonly Line[]): Wrapping {
  const pairs: Pair[] = []
  for (const [i, next] of lines.entries()) {
    const line = lines[i - 1]
    if (line && !next.gap && line.width <= WIDEST_WRAP && !beginsItem(text, line, next))
      pairs.push({ line, next, small: goesOnSmall(text, line, next) })
  }
  const small = pairs.filter((pair) => pair.small && pair.line.width >= NARROWEST_WRAP)
  const shown = small.length > 0 ? small : pairs
  let width = 0
  for (const { line, next } of shown) width = Math.max(width, line.width, shown === small ? 0 : next.width)
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return { full: 0, sure: false }
  const full = width - SLACK
  const fill = (some: readonly Pair[]): number => some.filter(({ line, next }) => isFull(text, line, next, full)).length
  return {
    full: fill(shown) >= MOST * shown.length ? full : 0,
    sure: small.length > 0 && fill(pairs) >= ENOUGH,
  }
}

const isFull = (text: string, line: Line, next: Line, full: number): boolean =>
  line.width <= WIDEST_WRAP && line.width + 1 + firstWordLength(text, next) > full

/** How line ends are to be read in a text. */
export function readLineEnds(text: string, lines: readonly Line[], segmentation: Segmentation): RunsOver {
  const { full, sure } = findWrapping(text, lines)
  return (line, next, position) => {
    if (next.gap || beginsItem(text, line, next)) return false
    if (goesOnSmall(text, line, next) || isUnfinished(text, line, next, segmentation)) return true
    if (full === 0 || !isFull(text, line, next, full)) return false
    if (position.first && standsAlone(text, line, next, segmentation)) return false
    return sure || !position.first || STOP_INSIDE.test(words(text, line))
  }
}
