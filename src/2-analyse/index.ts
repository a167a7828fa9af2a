/*
 * This folder turns a document into an `Analysis`: everything that the text's language tells, before anybody asks who did
 * what. A text goes through the steps below from top to bottom. Each step is a folder; it reads what the steps before it
 * made, adds one field and changes none, with one exception: repair/ puts tokens and names right where a mistake of the
 * parser shows. After the last repair the trees are final. Steps know each other by their types (steps.ts) only; what
 * several of them use is in shared/ and in model/document-index.ts. Read steps.ts next, then the folders in this order.
 */
import type { Analysis } from '../model/analysis.ts'
import type { Document } from '../model/document.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import { findAttributions } from './attribution/index.ts'
import { findClauses } from './clauses/index.ts'
import { resolveCoreference } from './coreference/index.ts'
import { encode } from './encode/index.ts'
import { findNames } from './names/index.ts'
import { foldOperators } from './operators/index.ts'
import { resolvePlaces } from './places/index.ts'
import { findQuantities } from './quantities/index.ts'
import { findQuotations } from './quotations/index.ts'
import { REPAIRS, type Repair, repairByNames, repairByTimes } from './repair/index.ts'
import type { Dated, Encoded, RawSentence, WordEvidence } from './steps.ts'
import { findTimes } from './times/index.ts'
import { tokenise } from './tokens/index.ts'

/** Runs a step of the analysis under its name, so that a bench can measure the steps apart. */
export type Observe = <T>(step: string, work: () => T) => T

const justDo: Observe = (_, work) => work()

/** Document → Analysis. `given` replaces the tokeniser's work: the sentences and tokens to use. */
export const analyse = (document: Document, vocabulary: Vocabulary, given?: readonly RawSentence[]): Analysis =>
  analyseWithEvidence(document, vocabulary, given).analysis

/** As `analyse`, with what the encoder says of each word. */
export function analyseWithEvidence(
  document: Document,
  vocabulary: Vocabulary,
  given?: readonly RawSentence[],
  on: Observe = justDo,
): { readonly analysis: Analysis; readonly evidence: WordEvidence } {
  const divided = given ?? on('tokens', () => tokenise(document.text, vocabulary))
  const encoded = on('encode', () => encode(document, divided, vocabulary))
  const { evidence } = encoded
  return { analysis: interpret(settleTrees(encoded, vocabulary, REPAIRS, on), evidence, vocabulary, on), evidence }
}

/** Finds quotations, names and times, and repairs the trees with what they tell. `repairs`: those to make, if not all. */
export function settleTrees(
  { parsed, evidence }: Encoded,
  vocabulary: Vocabulary,
  repairs: readonly Repair[] = REPAIRS,
  on: Observe = justDo,
): Dated {
  const quoted = { ...parsed, quotations: on('quotations', () => findQuotations(parsed, vocabulary)) }
  const named = { ...quoted, entities: on('names', () => findNames(quoted, vocabulary, evidence)) }
  const mended = on('repair', () => repairByNames(named, vocabulary, repairs))
  const dated = { ...mended, times: on('times', () => findTimes(mended, vocabulary)) }
  return on('repair', () => repairByTimes(dated, vocabulary, repairs))
}

/** Reads everything else off the final trees: what is counted, who and where is meant, who does and says what. */
export function interpret(
  dated: Dated,
  evidence: WordEvidence,
  vocabulary: Vocabulary,
  on: Observe = justDo,
): Analysis {
  const timed = { ...dated, quantities: on('quantities', () => findQuantities(dated, vocabulary)) }
  const chained = { ...timed, chains: on('coreference', () => resolveCoreference(timed, vocabulary, evidence)) }
  const linked = { ...chained, places: on('places', () => resolvePlaces(chained, vocabulary)) }
  const claused = { ...linked, clauses: on('clauses', () => findClauses(linked, vocabulary)) }
  const attributed = { ...claused, attributions: on('attribution', () => findAttributions(claused, vocabulary)) }
  return { ...attributed, predicates: on('operators', () => foldOperators(attributed, vocabulary)) }
}
