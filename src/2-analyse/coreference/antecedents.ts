import type { Clusters } from './clusters.ts'
import type { CoreferenceContext } from './context.ts'
import type { Phrase, Place } from './mention.ts'
import { kindsMeet } from './veto.ts'

/** So many phrases back is looked, and so many candidates weighed, at most. */
const WINDOW = 70
const MOST = 24
const SAME_LEMMA = 3
const SAME_PRONOUN = 2

const ARGUMENTS: ReadonlySet<Place> = new Set(['subject', 'passive', 'object', 'indirect', 'oblique', 'agent'])

/** Keeps, while the text is gone through, the latest phrases of each lemma and each pronoun. */
export class Antecedents {
  private readonly byLemma = new Map<string, number[]>()
  private readonly byPronoun = new Map<string, number[]>()

  constructor(
    private readonly context: CoreferenceContext,
    private readonly clusters: Clusters,
  ) {}

  /** To be called for each phrase in text order, after its own link is decided. */
  pass(phrase: Phrase): void {
    const [lists, key] = phrase.pronoun ? [this.byPronoun, phrase.pronoun.id] : [this.byLemma, phrase.lemma]
    const list = lists.get(key)
    if (!list) lists.set(key, [phrase.id])
    else if (list.push(phrase.id) > 2 * SAME_LEMMA) list.splice(0, list.length - SAME_LEMMA)
    this.clusters.pass(phrase.id)
  }

  /** Ids of the earlier phrases that this one may take up, the latest first. */
  of(phrase: Phrase): number[] {
    const found = new Set<number>()
    const { phrases } = this.context
    const alone =
      phrase.form === 'nominal' &&
      (phrase.article === 'bare' ||
        phrase.article === 'indefinite' ||
        phrase.article === 'number' ||
        phrase.article === 'quantified')
    for (const id of this.partners(phrase)) found.add(id)
    const window = alone ? 12 : WINDOW
    const most = alone ? 4 : MOST
    let weighed = 0
    for (let id = phrase.id - 1; id >= Math.max(0, phrase.id - window) && weighed < most; id--) {
      if (!this.mayMeet(phrase, phrases[id]!)) continue
      found.add(id)
      weighed++
    }
    const latest = (lists: Map<string, number[]>, key: string, count: number) => {
      for (const id of (lists.get(key) ?? []).slice(-count)) found.add(id)
    }
    if (phrase.pronoun && phrase.pronoun.person < 3) latest(this.byPronoun, phrase.pronoun.id, SAME_PRONOUN)
    if (!phrase.pronoun) latest(this.byLemma, phrase.lemma, SAME_LEMMA)
    const beside = this.beside(phrase)
    return [...found]
      .filter((id) => !beside.has(this.clusters.root(id)) && !this.isOneOfMany(phrase, phrases[id]!))
      .sort((a, b) => b - a)
  }

  /** "The party withdrew from the government": another argument of the same clause is somebody else. */
  private beside(phrase: Phrase): ReadonlySet<number> {
    const roots = new Set<number>()
    const { phrases, tokens } = this.context
    if (phrase.form !== 'nominal' || tokens[phrase.governor]?.upos !== 'VERB' || !ARGUMENTS.has(phrase.place))
      return roots
    const last = Math.max(0, phrase.id - WINDOW)
    for (let id = phrase.id - 1; id >= last && phrases[id]!.sentence === phrase.sentence; id--)
      if (phrases[id]!.governor === phrase.governor && ARGUMENTS.has(phrases[id]!.place))
        roots.add(this.clusters.root(id))
    return roots
  }

  /** "The group" is none of "the groups", nor they it. */
  private isOneOfMany(phrase: Phrase, other: Phrase): boolean {
    if (phrase.pronoun || other.pronoun || phrase.lemma !== other.lemma) return false
    const [one, many] = [phrase, other].map(({ token }) => this.context.tokens[token]!.xpos)
    return (one === 'NN' && many === 'NNS') || (one === 'NNS' && many === 'NN')
  }

  /** Phrases that grammar puts beside this one: apposition, the subject of "is a …". */
  private partners({ token, id }: Phrase): number[] {
    const { tokens, tree, phraseAt } = this.context
    const beside = [tokens[token]!.head, ...tree.children(token).slice(0, 8)]
    return beside.flatMap((at) => (at >= 0 && phraseAt[at]! >= 0 && phraseAt[at]! < id ? [phraseAt[at]!] : []))
  }

  private mayMeet(phrase: Phrase, other: Phrase): boolean {
    const summary = this.clusters.of(other.id)
    if ((phrase.gender & summary.gender) === 0) return false
    if (phrase.pronoun) {
      if (phrase.pronoun.person === 3 && (phrase.number & summary.number) === 0) return false
      return phrase.kind === 'unknown' ? other.kind !== 'time' : kindsMeet(phrase.kind, other.kind)
    }
    return kindsMeet(phrase.kind, other.kind) && (phrase.number & summary.number) !== 0
  }
}
