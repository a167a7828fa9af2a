import type { Analysis } from '../model/analysis.ts'
import type { Document } from '../model/document.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import { findAttributions } from './attribution/index.ts'
import { findClauses } from './clauses/index.ts'
import { resolveCoreference } from './coreference/index.ts'
import { findNames } from './names/index.ts'
import { foldOperators } from './operators/index.ts'
import { parse } from './parse/index.ts'
import { resolvePlaces } from './places/index.ts'
import { findQuantities } from './quantities/index.ts'
import { findQuotations } from './quotations/index.ts'
import { repairByNames, repairByTimes } from './repair/index.ts'
import type { RawSentence } from './steps.ts'
import { findTimes } from './times/index.ts'
import { tokenise } from './tokens/index.ts'

/** Does each step of the analysis: by its name, what measures can tell the steps apart. */
export type Observe = <T>(step: string, work: () => T) => T

const justDo: Observe = (_, work) => work()

/** Document → Analysis. `given` replaces the tokeniser's work: the sentences and tokens to use. */
export function analyse(
  document: Document,
  vocabulary: Vocabulary,
  given?: readonly RawSentence[],
  on: Observe = justDo,
): Analysis {
  const divided = given ?? on('tokens', () => tokenise(document.text, vocabulary))
  const parsed = on('parse', () => parse(document, divided, vocabulary))
  const quoted = { ...parsed, quotations: on('quotations', () => findQuotations(parsed, vocabulary)) }
  const found = { ...quoted, entities: on('names', () => findNames(quoted, vocabulary)) }
  const named = on('repair', () => repairByNames(found, vocabulary))
  const told = { ...named, times: on('times', () => findTimes(named, vocabulary)) }
  const dated = on('repair', () => repairByTimes(told, vocabulary))
  const timed = { ...dated, quantities: on('quantities', () => findQuantities(dated, vocabulary)) }
  const chained = { ...timed, chains: on('coreference', () => resolveCoreference(timed, vocabulary)) }
  const linked = { ...chained, places: on('places', () => resolvePlaces(chained, vocabulary)) }
  const claused = { ...linked, clauses: on('clauses', () => findClauses(linked, vocabulary)) }
  const attributed = { ...claused, attributions: on('attribution', () => findAttributions(claused, vocabulary)) }
  return { ...attributed, predicates: on('operators', () => foldOperators(attributed, vocabulary)) }
}
