import type { Mark } from './marks.ts'

const PLURAL_END = /[sxzSXZ]/
const LETTER = /\p{L}/u

/** `weak`: an apostrophe after a plural ("the states' plan") looks the same. */
type Closing = 'strong' | 'weak' | 'none'

/** Whether a single mark can close a quotation. */
function closing(text: string, mark: Mark): Closing {
  if (mark.shape === 'opens' || mark.leads) return 'none'
  if (mark.around === 'opens') return 'none'
  const word = /^\s+\p{L}/u.test(text.slice(mark.end, mark.end + 3)) || LETTER.test(text[mark.end] ?? '')
  const owner = mark.around === 'either' ? text[mark.start - 2] : text[mark.start - 1]
  return PLURAL_END.test(owner ?? '') && word ? 'weak' : 'strong'
}

/** Whether a single mark can open a quotation. */
const opening = (mark: Mark): boolean =>
  mark.shape === 'opens'
    ? mark.around !== 'closes'
    : mark.around === 'opens' || (mark.leads && mark.around === 'either')

/**
 * Which of the single marks of a paragraph are quotation marks: the others are apostrophes. A mark opens only where
 * another closes it, or at the head of a paragraph (the next may begin with a mark again); a mark after a plural closes only where
 * no better one follows before the next that opens.
 * Returns the turn of each mark that is one.
 */
export function settleSingles(text: string, marks: readonly Mark[]): Map<Mark, 'opens' | 'closes'> {
  const singles = marks.filter((mark) => mark.class === 'single')
  const turns = new Map<Mark, 'opens' | 'closes'>()
  let open: Mark | undefined
  let lastWeak: Mark | undefined
  const settle = (close: Mark | undefined): void => {
    if (open && close) turns.set(open, 'opens').set(close, 'closes')
    open = undefined
    lastWeak = undefined
  }
  for (const mark of singles) {
    const can = closing(text, mark)
    if (open && can === 'strong') settle(mark)
    else if (open && can === 'weak') lastWeak ??= mark
    else if (opening(mark)) {
      settle(lastWeak)
      open = mark
    }
  }
  if (open?.leads && !lastWeak) turns.set(open, 'opens')
  settle(lastWeak)
  return turns
}
