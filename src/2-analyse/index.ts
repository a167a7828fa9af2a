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
import { repairByNames, repairByTimes } from './repair/index.ts'
import type { RawSentence } from './steps.ts'
import { findTimes } from './times/index.ts'
import { tokenise } from './tokens/index.ts'

/** Document → Analysis. `given` replaces the tokeniser's work: the sentences and tokens to use. */
export function analyse(document: Document, vocabulary: Vocabulary, given?: readonly RawSentence[]): Analysis {
  const { parsed, evidence } = encode(document, given ?? tokenise(document.text, vocabulary), vocabulary)
  const quoted = { ...parsed, quotations: findQuotations(parsed, vocabulary) }
  const named = repairByNames({ ...quoted, entities: findNames(quoted, vocabulary, evidence) }, vocabulary)
  const dated = repairByTimes({ ...named, times: findTimes(named, vocabulary) }, vocabulary)
  const timed = { ...dated, quantities: findQuantities(dated, vocabulary) }
  const chained = { ...timed, chains: resolveCoreference(timed, vocabulary, evidence) }
  const linked = { ...chained, places: resolvePlaces(chained, vocabulary) }
  const claused = { ...linked, clauses: findClauses(linked, vocabulary) }
  const attributed = { ...claused, attributions: findAttributions(claused, vocabulary) }
  return { ...attributed, predicates: foldOperators(attributed, vocabulary) }
}
