import type { Analysis } from '../model/analysis.ts'
import type { Span } from '../model/span.ts'

/** What each step of the analysis has before it, in the order of the steps. */
export interface RawSentence extends Span {
  readonly paragraph: number
  readonly tokens: readonly Span[]
}
export type Parsed = Pick<Analysis, 'document' | 'tokens' | 'sentences'>
export type Quoted = Parsed & Pick<Analysis, 'quotations'>
export type Named = Quoted & Pick<Analysis, 'entities'>
export type Dated = Named & Pick<Analysis, 'times'>
export type Timed = Dated & Pick<Analysis, 'quantities'>
export type Linked = Timed & Pick<Analysis, 'chains' | 'places'>
export type Claused = Linked & Pick<Analysis, 'clauses'>
export type Attributed = Claused & Pick<Analysis, 'attributions'>
