import type { Chain, Links } from '../../model/analysis.ts'
import type { Actor, ActorType } from '../../model/reading.ts'
import type { ActorId } from '../../model/records.ts'
import { bySpan, type Span } from '../../model/span.ts'
import { foldName } from '../../vocabulary/reference.ts'
import { ACRONYM } from './words.ts'

/** An actor while the document's actors are gathered. */
export interface Entry {
  type: ActorType
  links: Links | undefined
  /** Names used, in order. */
  readonly names: string[]
  /** What else it goes by without being called so first: "Arendian", "the Arendian government". */
  readonly others: string[]
  /** Descriptions in order: the names of an actor that has none. */
  readonly descriptions: string[]
  readonly mentions: Span[]
  /** Tokens that stand for it. */
  readonly tokens: Set<number>
  readonly chain: Chain | null
}

/** The actors found so far and the tokens that stand for them; a token stands for one actor at most. */
export class Register {
  private readonly entries = new Set<Entry>()
  private readonly owners: (Entry | undefined)[]

  constructor(tokens: number) {
    this.owners = new Array(tokens)
  }

  add(type: ActorType, links: Links | undefined, chain: Chain | null = null): Entry {
    const entry: Entry = {
      type,
      links,
      chain,
      names: [],
      others: [],
      descriptions: [],
      mentions: [],
      tokens: new Set(),
    }
    this.entries.add(entry)
    return entry
  }

  all(): readonly Entry[] {
    return [...this.entries]
  }

  owner(token: number): Entry | undefined {
    return this.owners[token]
  }

  /** Lets a token stand for an actor, unless it stands for one already. */
  own(entry: Entry, token: number): boolean {
    if (this.owners[token]) return false
    this.owners[token] = entry
    entry.tokens.add(token)
    return true
  }

  /** Moves a token from the actor it stood for. */
  move(token: number, to: Entry): void {
    const from = this.owners[token]
    from?.tokens.delete(token)
    this.owners[token] = undefined
    this.own(to, token)
  }

  /** Two that turned out to be one. */
  merge(into: Entry, from: Entry): void {
    if (into === from) return
    this.entries.delete(from)
    into.names.push(...from.names)
    into.others.push(...from.others)
    into.descriptions.push(...from.descriptions)
    into.mentions.push(...from.mentions)
    for (const token of from.tokens) {
      this.owners[token] = into
      into.tokens.add(token)
    }
  }

  /** The actors in order of first mention, with their ids, and what each token stands for. */
  finish(): { actors: Actor[]; at: (token: number) => ActorId | null } {
    const kept = [...this.entries].filter((entry) => entry.mentions.length > 0)
    for (const entry of kept) entry.mentions.sort(bySpan)
    kept.sort((a, b) => bySpan(a.mentions[0]!, b.mentions[0]!))
    const ids = new Map(kept.map((entry, k) => [entry, `a${k + 1}`]))
    const at = (token: number): ActorId | null => ids.get(this.owners[token]!) ?? null
    return { actors: kept.map((entry) => toActor(entry, ids.get(entry)!)), at }
  }
}

/** The fullest of the names: the most words, spelled out rather than by first letters, the earliest. */
function fullest(names: readonly string[]): string {
  const rank = (name: string) => 2 * name.split(' ').length + (ACRONYM.test(name) ? 0 : 1)
  return names.reduce((best, name) => (rank(name) > rank(best) ? name : best))
}

function toActor({ type, links, names, others, descriptions, mentions }: Entry, id: ActorId): Actor {
  const name = names.length > 0 ? fullest(names) : (others[0] ?? descriptions[0] ?? '')
  const used = new Map<string, string>([[foldName(name) || name, name]])
  const named = names.length + others.length > 0
  for (const other of named ? [...names, ...others] : descriptions) {
    const key = foldName(other) || other
    if (!used.has(key)) used.set(key, other)
  }
  const spans = mentions.filter((span, k) => k === 0 || bySpan(span, mentions[k - 1]!) !== 0)
  return { id, name, type, aliases: [...used.values()].slice(1), mentions: spans, ...(links ? { links } : {}) }
}
