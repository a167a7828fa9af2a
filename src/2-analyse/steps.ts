import type { Analysis } from '../model/analysis.ts'
import type { Span } from '../model/span.ts'

/** What each step of the analysis has before it, in the order of the steps. */
export interface RawSentence extends Span {
  readonly paragraph: number
  readonly tokens: readonly Span[]
}
/**
 * What the encoder says of each token of a document besides its tag, lemma and head. It is handed to the steps that ask
 * for it and is no part of the analysis: nothing that is shown or kept has it.
 */
export interface WordEvidence {
  /** Scores of the labels of names, [token][label], the labels in the order of EncoderModel.names. */
  readonly names: Float32Array
  /** What the deciders of records ask of each token, [token][naming + 2 × taking]: see RecordsModel. */
  readonly records: Float32Array
  /** A vector of each token in its sentence, [token][width]. */
  readonly vectors: Float32Array
  readonly width: number
  /** The vector of a word by itself, whatever is around it. */
  wordVector(word: string): Float32Array
}
export type Parsed = Pick<Analysis, 'document' | 'tokens' | 'sentences'>
export interface Encoded {
  readonly parsed: Parsed
  readonly evidence: WordEvidence
}
export type Quoted = Parsed & Pick<Analysis, 'quotations'>
export type Named = Quoted & Pick<Analysis, 'entities'>
export type Dated = Named & Pick<Analysis, 'times'>
export type Timed = Dated & Pick<Analysis, 'quantities'>
export type Linked = Timed & Pick<Analysis, 'chains' | 'places'>
export type Claused = Linked & Pick<Analysis, 'clauses'>
export type Attributed = Claused & Pick<Analysis, 'attributions'>
