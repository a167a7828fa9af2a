import type { Token } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { Reference } from '../../vocabulary/reference.ts'
import { phraseType } from './chain-type.ts'
import type { Clusters } from './clusters.ts'
import { type Phrase, PLURAL, SINGULAR } from './mention.ts'

/** So many sentences back a description alone reaches for a name of its type; a title reaches everywhere. */
const REACH = 4
/** So many names of a type are remembered. */
const REMEMBERED = 12
const TITLE_WORDS = 8

const remember = <K>(lists: Map<K, number[]>, key: K, id: number): void => {
  const list = lists.get(key)
  if (!list) lists.set(key, [id])
  else if (list.push(id) > 2 * REMEMBERED) list.splice(0, REMEMBERED)
}

/** Links what the ranker leaves alone: "the minister" to the minister named, "the airline" to the airline named. */
export class DefiniteLinks {
  private readonly named = new Map<ActorType, number[]>()
  private readonly titled = new Map<string, number[]>()

  constructor(
    private readonly tokens: readonly Token[],
    private readonly clusters: Clusters,
    private readonly reference: Reference,
  ) {}

  /** To be called for each phrase in text order. */
  pass(phrase: Phrase): void {
    if (phrase.form !== 'name') return
    for (const title of phrase.titles) remember(this.titled, title, phrase.id)
    const type = phraseType(phrase, this.reference)
    if (!type || type === 'other') return
    remember(this.named, type, phrase.id)
  }

  /** May the two be one state as far as a part of the world tells? "The European nation" is not Japan. */
  regionFits(phrase: Phrase, other: number): boolean {
    const region = phrase.nounType === 'state' ? this.region(phrase) : undefined
    const code = region && this.clusters.of(other).name?.entity?.links?.iso3
    return !code || region.has(code)
  }

  /** The phrase that this one takes up, or -1. */
  of(phrase: Phrase): number {
    if (phrase.form !== 'nominal' || phrase.group || (phrase.number & SINGULAR) === 0 || phrase.number === PLURAL)
      return -1
    if (phrase.article !== 'definite' && phrase.article !== 'demonstrative') return -1
    return phrase.kind === 'person' ? this.holder(phrase) : this.byType(phrase)
  }

  /** Of those who bear the title with all its words the one most spoken of, of equals the latest. */
  private holder({ lemma, modifiers }: Phrase): number {
    let best = -1
    let most = 0
    for (const id of this.titled.get(lemma) ?? []) {
      const { length } = this.clusters.of(id).members
      if (length < most || !this.hasWords(this.clusters.phrases[id]!, modifiers)) continue
      best = id
      most = length
    }
    return best
  }

  private hasWords({ first, token }: Phrase, lemmas: readonly string[]): boolean {
    const before = this.tokens
      .slice(Math.max(first, token - TITLE_WORDS), token)
      .map(({ lemma }) => lemma.toLowerCase())
    return lemmas.every((lemma) => before.includes(lemma))
  }

  /** The part of the world that the words before the head name. */
  private region({ first, token }: Phrase): ReadonlySet<string> | undefined {
    const words = this.tokens.slice(Math.max(first, token - 2), token).map(({ text }) => text.toLowerCase())
    return this.reference.regions.get(words.join(' ')) ?? this.reference.regions.get(words.at(-1) ?? '')
  }

  private byType(phrase: Phrase): number {
    const types = this.reference.definiteNouns.get(phrase.lemma)
    if (!types) return -1
    const region = this.region(phrase)
    if (phrase.modifiers.length > (region ? 2 : 0)) return -1
    const candidates = [...types].flatMap((type) => (this.named.get(type) ?? []).slice(-REMEMBERED))
    for (const id of candidates.sort((a, b) => b - a)) {
      const other = this.clusters.phrases[id]!
      if (!region && phrase.sentence - other.sentence > REACH) break
      if (other.sentence === phrase.sentence && other.clause === phrase.clause) continue
      if (!region || region.has(this.clusters.of(id).name?.entity?.links?.iso3 ?? '')) return id
    }
    return -1
  }
}
