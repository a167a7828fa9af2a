import type { Chain } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Timed, WordEvidence } from '../steps.ts'
import { toChains } from './chains.ts'
import { chooseBest } from './rank.ts'
import { buildScene } from './scene.ts'
import { walk } from './walk.ts'

/** Joins the names, descriptions and pronouns of a document that mean the same actor or thing. */
export function resolveCoreference(analysis: Timed, vocabulary: Vocabulary, evidence: WordEvidence): Chain[] {
  const scene = buildScene(analysis, vocabulary, evidence)
  const clusters = walk(scene, vocabulary, chooseBest(vocabulary.coreference))
  return toChains(clusters, scene, vocabulary.reference, analysis.document.text)
}
