import type { Kind, Phrase } from './mention.ts'

/** What is known of all the phrases of one cluster together. */
export interface Summary {
  readonly members: number[]
  gender: number
  number: number
  /** What its names or descriptions say it is. */
  kind: Kind
  /** The first phrase that is a name. */
  name: Phrase | null
  /** Its longest name's words: two persons' full names must not meet in one cluster. */
  full: readonly string[]
  /** The last few mentions that the walk through the text has passed. */
  trail: number[]
}

const TRAIL = 8

/** The clusters as they grow: union-find with a summary at each root. */
export class Clusters {
  private readonly parent: Int32Array
  private readonly summaries: Summary[]

  constructor(readonly phrases: readonly Phrase[]) {
    this.parent = Int32Array.from(phrases, (phrase) => phrase.id)
    this.summaries = phrases.map((phrase) => ({
      members: [phrase.id],
      gender: phrase.gender,
      number: phrase.number,
      kind: phrase.kind,
      name: phrase.name ? phrase : null,
      full: phrase.kind === 'person' ? (phrase.name?.words ?? []) : [],
      trail: [],
    }))
  }

  root(id: number): number {
    let at = id
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!
      at = this.parent[at]!
    }
    return at
  }

  of(id: number): Summary {
    return this.summaries[this.root(id)]!
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b)
  }

  /** Joins two clusters; the smaller goes into the larger. */
  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return
    const [into, from] = this.summaries[x]!.members.length >= this.summaries[y]!.members.length ? [x, y] : [y, x]
    this.parent[from] = into
    const [to, added] = [this.summaries[into]!, this.summaries[from]!]
    for (const member of added.members) to.members.push(member)
    // Where two disagree one was a guess: a full name says more than a surname, and many mentions more than one.
    const surer = added.full.length > to.full.length ? added : to
    to.gender = to.gender & added.gender || surer.gender
    to.number = to.number & added.number || to.number
    if (to.kind === 'unknown' || (!to.name && added.name && added.kind !== 'unknown')) to.kind = added.kind
    if (!to.name || (added.name && added.name.id < to.name.id)) to.name = added.name ?? to.name
    if (added.full.length > to.full.length) to.full = added.full
    if (added.trail.length) to.trail = [...to.trail, ...added.trail].sort((x, y) => x - y).slice(-TRAIL)
  }

  /** The walk through the text has come past this phrase. */
  pass(id: number): void {
    const { trail } = this.of(id)
    if (trail.push(id) > TRAIL) trail.shift()
  }

  all(): Summary[] {
    return this.summaries.filter((_, id) => this.parent[id] === id)
  }
}
