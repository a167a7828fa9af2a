/**
 * Sticky patterns of the lexer. Each either takes what it has looked at, or looks at no more than a bounded stretch, so
 * that the lexer is linear in the length of the text.
 */
export const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”„«»]+/iy
export const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/y
export const DOMAIN =
  /(?:[A-Za-z\d][A-Za-z\d-]{0,62}\.){1,6}(?:com|org|net|gov|edu|mil|int|info|biz|io|eu|uk|de|fr|ru|ua|au|jp)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]*)?/uy
export const TAG = /[#@][\p{L}_][\p{L}\p{M}\p{N}_]*/uy
/** Soft hyphens and zero-width marks inside a word are part of it. */
export const CORE = /[\p{L}\p{M}\p{N}_]+(?:[\u{AD}\u{200B}-\u{200F}\u{2060}]+[\p{L}\p{M}\p{N}_]+)*/uy
export const INITIALS = /(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}])/uy
export const PHONE_OR_DATE =
  /(?:1-)?\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)/y
/** ".5", "+44". */
export const SIGNED = /[+.](?=\d)/y
export const NUMBER = /[+.]?\d+(?:[.,:]\d+)*(?:\/\d+)*/y
export const NUMBER_SUFFIX = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|[A-Za-z](?![\p{L}\p{N}]|\.\p{L})/iuy
export const LOOSE_CLITIC = /['’](?:s|m|d|re|ve|ll|em|til|cause|n['’]?|tis|twas|\d0s)(?![\p{L}\p{N}])/iuy
export const RUN = /\.{2,}|[!?]{2,}|([-=*_~+<>#`'’‘|])\1+/y
export const ELLIPSIS = /\[(?:\.\.\.|…)\]/y
export const EMOTICON = /[:;=8][-'^o]?[)(DPp\][/\\|*3]+(?=\s|$)/y
export const EMOJI =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*(?:\u{200D}\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*)*)/uy

/** The end of what `pattern` takes at `at`, or -1. */
export function take(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}
