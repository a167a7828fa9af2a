import type { Span } from '../../model/span.ts'
import type { Segmentation } from '../../vocabulary/segmentation.ts'
import { findLines } from './lines.ts'
import { readLineEnds } from './wrapping.ts'

/** A stretch of text in which sentences run on: a paragraph, or a line of one where its line ends mean something. */
export interface Block extends Span {
  readonly paragraph: number
}

/** Paragraphs are divided by blank lines, or in a text without blank lines by the line ends that mean something. */
export function findBlocks(text: string, segmentation: Segmentation): Block[] {
  const lines = findLines(text)
  const runsOver = readLineEnds(text, lines, segmentation)
  const spaced = lines.some((line, i) => i > 0 && line.gap)
  const blocks: { start: number; end: number; paragraph: number }[] = []
  for (const [i, line] of lines.entries()) {
    const last = blocks.at(-1)
    const before = lines[i - 1]
    if (last && before && runsOver(before, line, { first: last.start === before.start })) last.end = line.end
    else {
      const paragraph = last ? last.paragraph + (line.gap || !spaced ? 1 : 0) : 0
      blocks.push({ start: line.start, end: line.end, paragraph })
    }
  }
  return blocks
}
