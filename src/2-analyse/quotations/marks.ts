import type { Token } from '../../model/analysis.ts'
import type { Span } from '../../model/span.ts'
import type { MarkClass, QuotationMarks, Turn } from '../../vocabulary/quotation-marks.ts'

/** A quotation mark, or an apostrophe that looks like one, with its place. */
export interface Mark extends Span {
  readonly class: MarkClass
  /** What its shape says. */
  readonly shape: Turn
  /** What the spaces and marks around it say. */
  readonly around: Turn
  /** First mark of its paragraph, with no word before it. */
  readonly leads: boolean
  readonly text: string
}

const SPACE = /\s/
const OPENS_BEFORE = /[([{“‘„«‹"'`—–-]/
const CLOSES_AFTER = /[)\]}”’»›"'.,;:!?…—–-]/

/** What the characters on both sides of a mark say of it. */
function turnAround(text: string, { start, end }: Span): Turn {
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  const spaceBefore = SPACE.test(before)
  const spaceAfter = SPACE.test(after)
  if (spaceBefore !== spaceAfter) return spaceBefore ? 'opens' : 'closes'
  if (spaceBefore) return 'either'
  const opening = OPENS_BEFORE.test(before)
  const closing = CLOSES_AFTER.test(after)
  if (opening !== closing) return opening ? 'opens' : 'closes'
  return 'either'
}

/** The quotation marks among the tokens of one paragraph. */
export function findMarks(text: string, tokens: readonly Token[], marks: QuotationMarks): Mark[] {
  const found: Mark[] = []
  let leads = true
  for (const token of tokens) {
    const mark = marks.get(token.text)
    if (!mark) {
      leads = false
      continue
    }
    const { start, end } = token
    found.push({
      start,
      end,
      text: token.text,
      class: mark.class,
      shape: mark.turns,
      around: turnAround(text, token),
      leads,
    })
  }
  return found
}
