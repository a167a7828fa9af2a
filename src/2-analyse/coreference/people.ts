import type { Clusters } from './clusters.ts'

/** So many clusters of a surname are looked at, the latest first. */
const REACH = 6

/** The clusters of persons by the words of their names: of each word a few, the latest last. */
export class People {
  private readonly lists = new Map<string, number[]>()

  constructor(private readonly clusters: Clusters) {}

  add(word: string, id: number): void {
    const others = (this.lists.get(word) ?? []).filter((other) => !this.clusters.same(other, id))
    this.lists.set(word, [...others.slice(1 - REACH), id])
  }

  with(word: string): readonly number[] {
    return this.lists.get(word) ?? []
  }
}

/** Of two who share a surname, it alone means the one more spoken of; of equals, the latest. */
export function mostSpokenOf(clusters: Clusters, ids: readonly number[]): number {
  let best = -1
  let most = 0
  for (const id of ids) {
    const { length } = clusters.of(id).members
    if (length < most || (length === most && id < best)) continue
    best = id
    most = length
  }
  return best
}
