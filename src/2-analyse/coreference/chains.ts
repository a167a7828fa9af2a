import type { Chain, Mention } from '../../model/analysis.ts'
import { type ActorType } from '../../model/reading.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Clusters } from './clusters.ts'
import type { Phrase } from './mention.ts'
import type { Scene } from './scene.ts'

const toMention = ({ start, end, head, token, form }: Phrase): Mention => ({ start, end, head, token, form })

/** The clusters as chains, in order of their first mention. */
export function toChains(clusters: Clusters, scene: Scene, vocabulary: Vocabulary): Chain[] {
  const sorted = clusters
    .all()
    .map(({ members }) => members.sort((a, b) => a - b))
    .filter((members) => members.length > 1)
    .sort((a, b) => a[0]! - b[0]!)
  return sorted.map((members, k) => {
    const phrases = members.map((id) => scene.phrases[id]!)
    return { id: `c${k + 1}`, type: 'other' satisfies ActorType, name: '', mentions: phrases.map(toMention) }
  })
}
