import type { Span } from '../../model/span.ts'

/** A stretch of text in which sentences run on: a paragraph, or a line of one where its line ends mean something. */
export interface Block extends Span {
  readonly paragraph: number
}

interface Line extends Span {
  /** Blank lines stand before it. */
  readonly gap: boolean
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g
/** Text that was broken to fit a screen or a page: its lines are about as wide as the widest, and no wider than this. */
const WIDEST_WRAP = 120
const NARROWEST_WRAP = 40

/** The lines that hold more than white space, without the white space around them. */
function findLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let gap = false
  const add = (to: number) => {
    const line = text.slice(from, to)
    const words = line.trim()
    if (words === '') gap = true
    else {
      const start = from + line.indexOf(words)
      lines.push({ start, end: start + words.length, gap })
      gap = false
    }
  }
  for (const match of text.matchAll(LINE_END)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(text.length)
  return lines
}

const firstWordLength = (text: string, line: Span): number => {
  const space = text.slice(line.start, Math.min(line.end, line.start + WIDEST_WRAP)).search(/\s/)
  return space < 0 ? line.end - line.start : space
}

/**
 * Whether the line ends inside paragraphs come from wrapping: nearly every line is so long that the next word did
 * not fit any more.
 */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  const inner = lines.slice(1).flatMap((line, i) => (line.gap ? [] : [{ line: lines[i]!, next: line }]))
  if (inner.length < 2) return false
  let width = 0
  for (const line of lines) width = Math.max(width, line.end - line.start)
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return false
  const full = inner.filter(({ line, next }) => line.end - line.start + 1 + firstWordLength(text, next) > width - 3)
  return full.length >= 0.8 * inner.length
}

const ENDS_OPEN = /[\p{L}\p{N},;–—-]$/u
const GOES_ON = /^["'“‘(]?\p{Ll}/u

/** A line that stops in the middle of a sentence which the next line takes up in lower case. */
function runsOn(text: string, line: Span, next: Span): boolean {
  return (
    ENDS_OPEN.test(text.slice(Math.max(line.start, line.end - 2), line.end)) &&
    GOES_ON.test(text.slice(next.start, next.start + 4))
  )
}

/** Paragraphs are divided by blank lines, or by line ends in a text without blank lines. */
export function findBlocks(text: string): Block[] {
  const lines = findLines(text)
  const wrapped = isWrapped(text, lines)
  const spaced = wrapped || lines.some((line, i) => i > 0 && line.gap)
  const blocks: { start: number; end: number; paragraph: number }[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last && !line.gap && (wrapped || runsOn(text, last, line))) last.end = line.end
    else {
      const paragraph = last ? last.paragraph + (line.gap || !spaced ? 1 : 0) : 0
      blocks.push({ start: line.start, end: line.end, paragraph })
    }
  }
  return blocks
}
