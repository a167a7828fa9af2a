import type { Frame } from '../../vocabulary/cues.ts'
import type { Range } from './context.ts'

/** An attribution before its spans, chain and parent are settled. */
export interface Found {
  /** Token ranges of the source; null where the text names none. */
  source: readonly Range[] | null
  sourceToken?: number
  cue: readonly Range[]
  cueToken?: number
  content: readonly Range[]
  /** Row of the lexicon, or the name of the rule. */
  rule: string
  /** The frame that relates content and cue; none for phrases, quotations and labels. */
  frame?: Frame
  /** The speaker's own words, though no quotation marks say so. */
  blockQuote?: true
  /** The content is another's: "accused Borland of arming them, which Borland denies". */
  anaphoric?: true
  /** The cue of who says it and has it from this one: "reported, citing an officer". */
  reportedBy?: number
  sense: 'speech' | 'stance' | 'attitude' | 'evidence'
}

export const words = (ranges: readonly Range[]): number => ranges.reduce((n, r) => n + r.last - r.first + 1, 0)
export const holds = (ranges: readonly Range[], token: number): boolean =>
  ranges.some((r) => r.first <= token && token <= r.last)
