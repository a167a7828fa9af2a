import { NUMBER, NUMBER_SUFFIX, PHONE_OR_DATE, take } from './patterns.ts'

const CURRENCY = /[$€£¥₤₽₹]/
const SCALE = /^[kmbtgxKMB]$/
const MULTIPLE = /^[kmbtgx]$/

/** "3,000", "10:30", "1/2", "90th", "1980s", "4A"; a unit ("10|km", "$1.2|bn") is a token of its own. */
export function takeNumber(text: string, at: number): number {
  const fixed = take(PHONE_OR_DATE, text, at)
  if (fixed > 0 && !/[\d-]/.test(text[at - 1] ?? '')) return fixed
  const end = take(NUMBER, text, at)
  const suffix = take(NUMBER_SUFFIX, text, end)
  if (suffix < 0) return end
  const letters = text.slice(end, suffix)
  const scale = CURRENCY.test(text[at - 1] ?? '') ? SCALE : MULTIPLE
  return scale.test(letters) ? end : suffix
}
