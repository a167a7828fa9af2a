import type { ActorType } from '../../model/reading.ts'
import type { Reference } from '../../vocabulary/reference.ts'
import { phraseType } from './chain-type.ts'
import type { Clusters } from './clusters.ts'
import { type Phrase, PLURAL, SINGULAR } from './mention.ts'

/** So many sentences back a description alone reaches for a name of its type; a title reaches everywhere. */
const REACH = 4
/** So many names of a type are remembered. */
const REMEMBERED = 6

/** Links what the ranker leaves alone: "the minister" to the minister named, "the airline" to the airline named. */
export class DefiniteLinks {
  private readonly named = new Map<ActorType, number[]>()
  private readonly titled = new Map<string, number>()

  constructor(
    private readonly clusters: Clusters,
    private readonly reference: Reference,
  ) {}

  /** To be called for each phrase in text order. */
  pass(phrase: Phrase): void {
    if (phrase.form !== 'name') return
    for (const title of phrase.titles) this.titled.set(title, phrase.id)
    const type = phraseType(phrase, this.reference)
    if (!type || type === 'other') return
    const list = this.named.get(type)
    if (!list) this.named.set(type, [phrase.id])
    else if (list.push(phrase.id) > 2 * REMEMBERED) list.splice(0, REMEMBERED)
  }

  /** The phrase that this one takes up, or -1. */
  of(phrase: Phrase): number {
    if (phrase.form !== 'nominal' || phrase.group || (phrase.number & SINGULAR) === 0 || phrase.number === PLURAL) return -1
    if (phrase.article !== 'definite' && phrase.article !== 'demonstrative') return -1
    const holder = this.titled.get(phrase.lemma)
    if (holder !== undefined && phrase.modifiers.length === 0 && phrase.kind === 'person') return holder
    return this.byType(phrase)
  }

  private byType(phrase: Phrase): number {
    const types = this.reference.definiteNouns.get(phrase.lemma)
    if (!types) return -1
    const region = phrase.modifiers.map((word) => this.reference.regions.get(word)).find((states) => states)
    if (phrase.modifiers.length > (region ? 2 : 0)) return -1
    const candidates = [...types].flatMap((type) => (this.named.get(type) ?? []).slice(-REMEMBERED))
    for (const id of candidates.sort((a, b) => b - a)) {
      const other = this.clusters.phrases[id]!
      if (phrase.sentence - other.sentence > REACH) break
      if (other.sentence === phrase.sentence && other.clause === phrase.clause) continue
      if (!region || region.has(this.clusters.of(id).name?.entity?.links?.iso3 ?? '')) return id
    }
    return -1
  }
}
