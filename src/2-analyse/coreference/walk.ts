import type { Vocabulary } from '../../vocabulary/index.ts'
import { Antecedents } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import type { CoreferenceContext } from './context.ts'
import { DefiniteLinks } from './definite.ts'
import { type Kind, type Phrase, SINGULAR } from './mention.ts'
import { PairFeatures } from './pairs.ts'
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

/** Goes through the phrases in text order and links each with what `choose` says; names that are one are joined before. */
export function walk(context: CoreferenceContext, vocabulary: Vocabulary, choose: Choose): Clusters {
  const clusters = new Clusters(context.phrases)
  joinNames(clusters, vocabulary.reference)
  joinSpeakers(context, clusters)
  const antecedents = new Antecedents(context, clusters)
  const pairs = new PairFeatures(context, clusters)
  const definite = new DefiniteLinks(context.tokens, clusters, vocabulary.reference)
  for (const phrase of context.phrases) {
    if (clusters.of(phrase.id).trail.length === 0) {
      const barred = barredKinds(phrase, context, vocabulary)
      const candidates = antecedents
        .of(phrase)
        .filter((id) => !barred.has(context.phrases[id]!.kind) && definite.regionFits(phrase, id))
        .filter((id) => !forbidden(clusters, phrase.id, id))
      const chosen = choose(phrase, candidates, ranked(context, clusters, pairs, phrase))
      const taken = chosen >= 0 ? chosen : definite.of(phrase)
      if (taken >= 0) clusters.join(taken, phrase.id)
    }
    definite.pass(phrase)
    antecedents.pass(phrase)
  }
  return clusters
}

/** "I" in a quotation is who says it, also where he is named only after it. */
function joinSpeakers({ phrases, phraseAt, speakers }: CoreferenceContext, clusters: Clusters): void {
  for (const { id, pronoun, quotation } of phrases) {
    if (pronoun?.id !== 'i' || quotation < 0) continue
    const speaker = phrases[phraseAt[speakers[quotation]!] ?? -1]
    if (speaker && !speaker.group && (speaker.number & SINGULAR) !== 0 && MAY_SPEAK.has(speaker.kind))
      clusters.join(speaker.id, id)
  }
}

/** Features of one candidate after another, the latest first: each with the number of clusters that nearer ones belong to. */
function ranked(
  context: CoreferenceContext,
  clusters: Clusters,
  pairs: PairFeatures,
  phrase: Phrase,
): (candidate: number) => Int32Array {
  const nearer = new Set<number>()
  return (candidate) => {
    const values = pairs.fill(phrase, context.phrases[candidate]!, nearer.size)
    nearer.add(clusters.root(candidate))
    return values
  }
}
