import type { ActorType } from '../../model/reading.ts'
import type { ActorId } from '../../model/records.ts'
import type { OtherEnd } from '../../vocabulary/relations.ts'
import { isDistinct } from './fact.ts'
import { afterAside, beforeAside, type Name, type Scene } from './scene.ts'
import type { Occurrence } from './terms.ts'

/** Somebody on whom a relational noun hangs: "Syria's", "NATO", "of the group". */
export interface Owner {
  readonly actor: ActorId
  readonly type: ActorType
  readonly by: OtherEnd
  readonly first: number
  readonly last: number
}

/** What stands before the noun in its phrase, nearest owner first; `start` is the phrase's first token. */
export interface Before {
  readonly start: number
  readonly owners: readonly Owner[]
  /** First token of the title with the words that belong to it. */
  readonly titleStart: number
  readonly ended: boolean
  readonly future: boolean
}

/** What follows the noun in its phrase, nearest owner first; `end` is the phrase's last token. */
export interface After {
  readonly end: number
  readonly owners: readonly Owner[]
  /** Last token of the title with where the office is exercised: "ambassador to Cassia". */
  readonly titleEnd: number
}

const REACH = 14
const POSSESSIVE = new Set(["'s", '’s', "'", '’'])
const QUOTES = new Set(['"', '“', '”'])
const isHyphen = (text: string): boolean => text === '-' || text === '–'
/** "pro-Moscow": a leaning, not a body. */
const LEANING = new Set(['pro', 'anti', 'non', 'trans', 'inter'])
const INSIDE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'X', 'SYM'])

const owner = (scene: Scene, actor: ActorId, by: OtherEnd, first: number, last = first): Owner => ({
  actor,
  type: scene.context.actor(actor).type,
  by,
  first,
  last,
})

/** Walks left from the noun through its phrase. */
class Leftward {
  readonly owners: Owner[] = []
  start: number
  titleStart: number
  ended = false
  future = false
  private possessive = false
  private quoted = false
  private titleOpen = true
  private readonly scene: Scene

  private readonly first: number
  private readonly titled: boolean

  constructor(scene: Scene, { first, term }: Occurrence) {
    this.scene = scene
    this.first = first
    this.titled = term.title
    this.start = first
    this.titleStart = first
  }

  /** Takes in the token or name that ends at `at`; the next token to the left, or -1 where the phrase begins. */
  step(at: number): number {
    const { tokens } = this.scene
    const token = tokens[at]!
    if (token.text === ')') return beforeAside(this.scene, at) - 1 < at ? beforeAside(this.scene, at) - 1 : -1
    if (QUOTES.has(token.text)) return this.owners.length === 0 || this.quoted ? this.quote(at) : -1
    const name = this.scene.nameAt(at)
    if (name && name.last === at) return this.name(name)
    if (POSSESSIVE.has(token.text) && (token.upos === 'PART' || token.upos === 'PUNCT')) {
      this.possessive = true
      this.titleOpen = false
      return at - 1
    }
    if (token.xpos === 'PRP$') {
      this.take(at, at, this.scene.context.actorAt(at), 'possessor')
      return -1
    }
    if (token.xpos === 'WP$') {
      this.take(at, at, this.antecedent(at), 'possessor')
      return -1
    }
    if (token.upos === 'DET') {
      this.start = at
      return -1
    }
    if (isHyphen(token.text)) return at - 1
    const participle = token.upos === 'VERB' && (token.deprel === 'amod' || token.deprel === 'compound')
    if (!INSIDE.has(token.upos) && !participle) return -1
    return this.word(at, token.text, token.upos)
  }

  /** Quotation marks may stand around an owner: the leader of "Our Cause". */
  private quote(at: number): number {
    this.quoted = !this.quoted
    if (!this.quoted) this.start = at
    return at - 1
  }

  /** "The army, whose commander …": the noun on which the relative clause hangs. */
  private antecedent(at: number): ActorId | null {
    const { tokens, context } = this.scene
    for (let up = at, steps = 0; up >= 0 && steps < REACH; up = tokens[up]!.head, steps++)
      if (tokens[up]!.deprel === 'acl:relcl') return tokens[up]!.head < 0 ? null : context.actorAt(tokens[up]!.head)
    return null
  }

  private name({ first, last: at, actor, attributive }: Name): number {
    const person = this.scene.context.actor(actor).type === 'person'
    if (person && !this.possessive && !(this.titled && at === this.first - 1)) return -1
    if (isHyphen(this.scene.tokens[at + 1]?.text ?? '') && this.scene.tokens[at + 2]?.upos === 'VERB') return -1
    if (
      isHyphen(this.scene.tokens[first - 1]?.text ?? '') &&
      LEANING.has(this.scene.tokens[first - 2]?.text.toLowerCase() ?? '')
    )
      return -1
    this.take(first, at, actor, this.possessive ? 'possessor' : attributive ? 'adjective' : 'modifier')
    return first - 1
  }

  private take(first: number, last: number, actor: ActorId | null, by: OtherEnd): void {
    this.start = first
    this.titleOpen = false
    if (actor !== null) this.owners.push(this.asBody(owner(this.scene, actor, by, first, last)))
    if (by === 'possessor') this.possessive = false
  }

  /** Right before a title an unpossessive "person" is what he speaks for or heads ("Haribo boss"), whatever it was taken for. */
  private asBody(found: Owner): Owner {
    return found.type === 'person' && found.by !== 'possessor' ? { ...found, type: 'organization' } : found
  }

  /** "Central" of "central bank governor": it says more of a word of the title. */
  private isInside(at: number): boolean {
    const { head } = this.scene.tokens[at]!
    return head >= this.titleStart && head < this.first
  }

  private word(at: number, text: string, upos: string): number {
    const lower = text.toLowerCase()
    if (this.possessive && (upos === 'NOUN' || upos === 'PROPN')) {
      this.take(at, at, this.scene.context.actorAt(at), 'possessor')
      return at - 1
    }
    const effect = this.scene.rows.tenure.get(lower)
    const owned = this.owners.some((o) => o.by === 'possessor')
    if (!owned && effect === 'ended') this.ended = true
    if (!owned && effect === 'future') this.future = true
    this.titleOpen &&=
      effect === 'role' || upos === 'NOUN' || (effect === undefined && (text !== lower || this.isInside(at)))
    if (this.titleOpen) this.titleStart = at
    this.start = at
    return at - 1
  }
}

export function lookBefore(scene: Scene, occurrence: Occurrence): Before {
  const { first } = occurrence
  const floor = Math.max(scene.bounds(first).first, first - REACH)
  const walk = new Leftward(scene, occurrence)
  let at = first - 1
  while (at >= floor) at = walk.step(at)
  const { start, owners, titleStart, ended, future } = walk
  return { start, owners, titleStart, ended, future }
}

const CLOSED = new Set(['VERB', 'AUX', 'PUNCT', 'SCONJ', 'PRON', 'CCONJ', 'ADP', 'PART'])

/** The noun phrase that begins at `from`: its last token and the actor it names. */
function nounPhrase(scene: Scene, from: number, limit: number): { end: number; owner: Owner | null } {
  let end = from - 1
  let found: Owner | null = null
  for (let at = from; at <= limit; ) {
    const token = scene.tokens[at]!
    const name = scene.nameAt(at)
    if (name && name.first === at) {
      if (name.type === 'person' && found) break
      found = owner(scene, name.actor, 'preposition', name.first, name.last)
      end = name.last
      at = name.last + 1
      continue
    }
    if (QUOTES.has(token.text) && (scene.nameAt(at + 1) || found)) {
      end = found ? at : end
      at++
      continue
    }
    if (found && POSSESSIVE.has(token.text) && token.upos === 'PART') {
      at++
      continue
    }
    if ((CLOSED.has(token.upos) && !isHyphen(token.text)) || token.text === 'such') break
    const nominal = token.upos === 'NOUN' ? scene.context.actorAt(at) : null
    if (nominal !== null && (!found || isDistinct(scene.context.actor(nominal))))
      found = owner(scene, nominal, 'preposition', at)
    end = at
    at++
  }
  return { end, owner: found }
}

const CALLED = new Set(['known', 'called', 'named', 'dubbed'])

/** "a government known as the Autonomous Administration": the name that the phrase before goes by. */
function called(scene: Scene, end: number, limit: number): Owner | null {
  const { tokens } = scene
  if (!CALLED.has(tokens[end + 1]?.text.toLowerCase() ?? '')) return null
  let at = end + 2
  while (at < limit && (tokens[at]!.text === 'as' || tokens[at]!.upos === 'DET')) at++
  const name = at <= limit ? scene.nameAt(at) : null
  return name ? owner(scene, name.actor, 'preposition', name.first, name.last) : null
}

/** Walks right through the prepositional phrases that the term takes. */
export function lookAfter(scene: Scene, { term, last }: Occurrence): After {
  const limit = Math.min(scene.bounds(last).last, last + 2 * REACH)
  const owners: Owner[] = []
  let end = last
  let titleEnd = last
  for (let turn = 0; turn < 3 && end < limit; turn++) {
    const preposition = scene.tokens[end + 1]!.text.toLowerCase()
    const opens = term.prepositions.has(preposition) || (turn > 0 && owners.length === 0 && preposition === 'of')
    const away = term.away.has(preposition)
    // "Ambassador to Arendia from 2022 to 2025": a number is no place of office.
    if ((!opens && !away) || scene.tokens[end + 2]?.upos === 'NUM') break
    const phrase = nounPhrase(scene, end + 2, limit)
    if (phrase.end < end + 2) break
    const known = called(scene, phrase.end, limit)
    if (opens && (known ?? phrase.owner)) owners.push((known ?? phrase.owner)!)
    if (away) titleEnd = phrase.end
    end = afterAside(scene, phrase.end)
    if (owners.length === 0 && scene.tokens[end + 1]?.upos === 'CCONJ')
      end = Math.max(end, nounPhrase(scene, end + 2, limit).end)
  }
  return { end, owners, titleEnd }
}
