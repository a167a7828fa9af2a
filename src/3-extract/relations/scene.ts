import type { Entity, Token } from '../../model/analysis.ts'
import type { Argument, Clause } from '../../model/clause.ts'
import type { ActorType } from '../../model/reading.ts'
import type { ActorId } from '../../model/records.ts'
import { firstEndingAfter } from '../../model/span.ts'
import type { Relations } from '../../vocabulary/relations.ts'
import { isAdjectiveOf } from '../actors/polities.ts'
import type { Context } from '../context.ts'

/** A name in the text with the actor it refers to; `first` and `last` are token indexes. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly actor: ActorId
  readonly type: ActorType
  /** "German", "Syrian": it stands for the state. */
  readonly adjective: boolean
  /** An adjective of nationality, or an abbreviation that is used as one ("US"). */
  readonly attributive: boolean
}

/** A phrase as somebody's argument: which clause, in which role. */
export interface Place {
  readonly clause: Clause
  readonly argument: Argument
}

/** What the finders of relations ask of a document. Made once for each reading. */
export interface Scene {
  readonly context: Context
  readonly rows: Relations
  readonly tokens: readonly Token[]
  /** The name that covers the token. */
  nameAt(token: number): Name | null
  /** The state of this code among the actors. */
  stateOf(iso3: string): ActorId | null
  /** The actor that goes by exactly these words. */
  actorNamed(words: string): ActorId | null
  /** Every name, in text order. */
  readonly names: readonly Name[]
  /** The copular clause, or the clause of an event noun, that the token is the predicate of. */
  clauseWith(head: number): Clause | null
  /** Where the phrase with this head stands as an argument. */
  placesOf(head: number): readonly Place[]
  /** First and last token of the token's sentence. */
  bounds(token: number): { readonly first: number; readonly last: number }
}

const NONE: readonly Place[] = []

/** The word of a name on which the rest of it hangs. */
export function headOf(
  tokens: readonly Token[],
  { first, last }: { readonly first: number; readonly last: number },
): number {
  for (let at = first; at <= last; at++) {
    const { head } = tokens[at]!
    if (head < first || head > last) return at
  }
  return last
}

export const ABBREVIATION = /^(?:[A-Z]\.?){2,}$/

/** Is a word the adjective of a state that no list knows, which the recogniser took for nothing or for somebody's name? */
function isAdjective({ analysis, actor }: Context, id: ActorId | null, token: number): boolean {
  const state = id === null ? null : actor(id)
  if (state?.type !== 'state' || state.links) return false
  const { text } = analysis.tokens[token]!
  return [state.name, ...state.aliases].some((name) => isAdjectiveOf(text, name))
}

function nameOf(entity: Entity, context: Context, states: ReadonlyMap<string, ActorId>): Name | null {
  let actor = context.actorAt(headOf(context.analysis.tokens, entity))
  for (let at = entity.first; at <= entity.last && actor === null; at++) actor = context.actorAt(at)
  const adjective = entity.type === 'nationality' || isAdjective(context, actor, entity.last)
  const state = entity.links?.iso3 === undefined ? undefined : states.get(entity.links.iso3)
  if (adjective && state !== undefined && (actor === null || context.actor(actor).type !== 'state')) actor = state
  if (actor === null) return null
  const attributive = adjective || ABBREVIATION.test(context.analysis.tokens[entity.last]!.text)
  return { first: entity.first, last: entity.last, actor, type: context.actor(actor).type, adjective, attributive }
}

function tokensOf(names: readonly Name[]): ReadonlySet<number> {
  const covered = new Set<number>()
  for (const name of names) for (let at = name.first; at <= name.last; at++) covered.add(at)
  return covered
}

/** Names that refer to somebody though nobody could say what kind of thing they name. */
function untypedNames(context: Context, known: readonly Name[]): Name[] {
  const { tokens, chains } = context.analysis
  const covered = tokensOf(known)
  return chains.flatMap((chain) =>
    chain.mentions.flatMap((mention) => {
      const actor = mention.form === 'name' ? context.actorAt(mention.token) : null
      const [first, last] = [
        firstEndingAfter(tokens, mention.head.start),
        firstEndingAfter(tokens, mention.head.end - 1),
      ]
      if (actor === null || covered.has(first) || covered.has(last) || last >= tokens.length) return []
      return { first, last, actor, type: context.actor(actor).type, adjective: false, attributive: false }
    }),
  )
}

/** Adjectives of states that no list knows, where they are no names to the recogniser. */
function adjectives(context: Context, known: readonly Name[]): Name[] {
  const covered = tokensOf(known)
  return context.analysis.tokens.flatMap(({ index }) => {
    const actor = covered.has(index) ? null : context.actorAt(index)
    if (actor === null || !isAdjective(context, actor, index)) return []
    return { first: index, last: index, actor, type: 'state' as const, adjective: true, attributive: true }
  })
}

function statesByCode(context: Context): ReadonlyMap<string, ActorId> {
  const states = new Map<string, ActorId>()
  for (const actor of context.actors)
    if (actor.type === 'state' && actor.links?.iso3 && !states.has(actor.links.iso3))
      states.set(actor.links.iso3, actor.id)
  return states
}

function actorsByName(context: Context): ReadonlyMap<string, ActorId> {
  const named = new Map<string, ActorId>()
  for (const actor of context.actors)
    for (const name of [actor.name, ...actor.aliases]) if (!named.has(name)) named.set(name, actor.id)
  return named
}

function findNames(context: Context, states: ReadonlyMap<string, ActorId>): Name[] {
  const typed = context.analysis.entities.flatMap((entity) => nameOf(entity, context, states) ?? [])
  const named = [...typed, ...untypedNames(context, typed)]
  return [...named, ...adjectives(context, named)].sort((a, b) => a.first - b.first)
}

function placesByHead(clauses: readonly Clause[]): ReadonlyMap<number, Place[]> {
  const places = new Map<number, Place[]>()
  for (const clause of clauses)
    for (const argument of clause.arguments) {
      const place = { clause, argument }
      const same = places.get(argument.head)
      if (same) same.push(place)
      else places.set(argument.head, [place])
    }
  return places
}

export function buildScene(context: Context): Scene {
  const { tokens, sentences, clauses } = context.analysis
  const states = statesByCode(context)
  const byName = actorsByName(context)
  const names = findNames(context, states)
  const covering = new Map<number, Name>()
  for (const name of names) for (let at = name.first; at <= name.last; at++) covering.set(at, name)
  const heads = new Map(clauses.map((clause) => [clause.head, clause]))
  const places = placesByHead(clauses)
  return {
    context,
    rows: context.vocabulary.relations,
    tokens,
    names,
    nameAt: (token) => covering.get(token) ?? null,
    stateOf: (iso3) => states.get(iso3) ?? null,
    actorNamed: (words) => byName.get(words) ?? null,
    clauseWith: (head) => heads.get(head) ?? null,
    placesOf: (head) => places.get(head) ?? NONE,
    bounds: (token) => sentences[tokens[token]!.sentence]!,
  }
}

const ASIDE = 6

/** The last token of a short aside in brackets right after the token, else the token: "the Bank (EIB)". */
export function afterAside(scene: Pick<Scene, 'tokens'>, token: number): number {
  if (scene.tokens[token + 1]?.text !== '(') return token
  for (let at = token + 2; at <= token + ASIDE; at++) if (scene.tokens[at]?.text === ')') return at
  return token
}

/** The first token of a short aside in brackets that ends at the token, else the next token. */
export function beforeAside(scene: Pick<Scene, 'tokens'>, token: number): number {
  if (scene.tokens[token]?.text !== ')') return token + 1
  for (let at = token - 1; at >= token - ASIDE && at >= 0; at--) if (scene.tokens[at]?.text === '(') return at
  return token + 1
}
