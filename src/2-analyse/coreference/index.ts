/*
 * This folder joins the phrases that mean the same actor or thing into chains. find-phrases.ts and describe.ts make the
 * phrases, sieve.ts joins names that are certainly one, and walk.ts goes through the rest in text order and links each
 * phrase to the earlier one that a trained forest scores best, unless veto.ts forbids it. Each phrase is in one chain at
 * most. The features (pairs.ts) are those of the training: a change there needs new weights. Read mention.ts and
 * context.ts first, then walk.ts.
 */
import type { Chain } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Timed, WordEvidence } from '../steps.ts'
import { toChains } from './chains.ts'
import { contextOf } from './context.ts'
import { chooseBest } from './rank.ts'
import { walk } from './walk.ts'

/** Joins the names, descriptions and pronouns of a document that mean the same actor or thing. */
export function resolveCoreference(analysis: Timed, vocabulary: Vocabulary, evidence: WordEvidence): Chain[] {
  const context = contextOf(analysis, vocabulary, evidence)
  const clusters = walk(context, vocabulary, chooseBest(vocabulary.coreference))
  return toChains(clusters, context, vocabulary.reference, analysis.document.text)
}
