import type { Vocabulary } from '../../vocabulary/index.ts'
import { Antecedents } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import { DefiniteLinks } from './definite.ts'
import { type Kind, type Phrase, SINGULAR } from './mention.ts'
import { PairFeatures } from './pairs.ts'
import type { Scene } from './scene.ts'
import { barredKinds } from './selection.ts'
import { joinNames } from './sieve.ts'
import { forbidden } from './veto.ts'

const MAY_SPEAK = new Set<Kind>(['person', 'unknown'])

/** Weighs the candidates of a phrase and says which it takes up: an id, or -1. */
export type Choose = (
  phrase: Phrase,
  candidates: readonly number[],
  features: (candidate: number) => Int32Array,
) => number

/** Goes through the phrases in text order and links each with what `choose` says; names that are one stand joined before. */
export function walk(scene: Scene, vocabulary: Vocabulary, choose: Choose): Clusters {
  const clusters = new Clusters(scene.phrases)
  joinNames(clusters, vocabulary.reference)
  joinSpeakers(scene, clusters)
  const antecedents = new Antecedents(scene, clusters)
  const pairs = new PairFeatures(scene, clusters)
  const definite = new DefiniteLinks(scene.tokens, clusters, vocabulary.reference)
  for (const phrase of scene.phrases) {
    if (clusters.of(phrase.id).trail.length === 0) {
      const barred = barredKinds(phrase, scene, vocabulary)
      const candidates = antecedents
        .of(phrase)
        .filter((id) => !barred.has(scene.phrases[id]!.kind) && definite.regionFits(phrase, id))
        .filter((id) => !forbidden(clusters, phrase.id, id))
      const chosen = choose(phrase, candidates, ranked(scene, clusters, pairs, phrase))
      const taken = chosen >= 0 ? chosen : definite.of(phrase)
      if (taken >= 0) clusters.join(taken, phrase.id)
    }
    definite.pass(phrase)
    antecedents.pass(phrase)
  }
  return clusters
}

/** "I" in a quotation is who says it, also where he is named only after it. */
function joinSpeakers({ phrases, phraseAt, speakers }: Scene, clusters: Clusters): void {
  for (const { id, pronoun, quotation } of phrases) {
    if (pronoun?.id !== 'i' || quotation < 0) continue
    const speaker = phrases[phraseAt[speakers[quotation]!] ?? -1]
    if (speaker && !speaker.group && (speaker.number & SINGULAR) !== 0 && MAY_SPEAK.has(speaker.kind))
      clusters.join(speaker.id, id)
  }
}

/** Features of one candidate after another, the latest first: each with the number of clusters that nearer ones stand for. */
function ranked(
  scene: Scene,
  clusters: Clusters,
  pairs: PairFeatures,
  phrase: Phrase,
): (candidate: number) => Int32Array {
  const nearer = new Set<number>()
  return (candidate) => {
    const values = pairs.fill(phrase, scene.phrases[candidate]!, nearer.size)
    nearer.add(clusters.root(candidate))
    return values
  }
}
