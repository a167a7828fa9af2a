import type { Span } from '../../model/span.ts'

/** The words of a line, without the white space around them. */
export interface Line extends Span {
  /** Blank lines stand before it. */
  readonly gap: boolean
  /** How many characters it takes on a page: its indent counts. */
  readonly width: number
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/g

/** The lines that hold more than white space. */
export function findLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let gap = false
  const add = (to: number) => {
    const line = text.slice(from, to)
    const words = line.trim()
    if (words === '') gap = true
    else {
      const indent = line.indexOf(words)
      const start = from + indent
      lines.push({ start, end: start + words.length, gap, width: indent + words.length })
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
