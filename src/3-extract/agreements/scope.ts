import { SCOPES, type Scope } from '../../model/records.ts'
import { contains, type Span } from '../../model/span.ts'
import type { Context } from '../context.ts'
import type { Mention, Place } from './mentions.ts'

export interface Covered {
  readonly scope: readonly Scope[]
  readonly excludes: readonly Scope[]
}

/** Scopes that the words of a span tell, names of actors left out: "the Government of Borland" makes nothing political. */
function scopesIn(span: Span, context: Context, names: readonly Span[] = []): readonly Scope[] {
  const { scope } = context.vocabulary.agreements
  return context.analysis.tokens
    .filter((token) => contains(span, token) && !names.some((name) => contains(name, token)))
    .flatMap((token) => scope.get(token.lemma.toLowerCase()) ?? [])
}

/** What a clause with the agreement as its subject says of its content: "is political", "contains no military components". */
function saidOf({ clause, as }: Place, context: Context): Covered {
  const { content } = context.vocabulary.agreements
  const excludes = content.get(clause.lemma)
  if (as === 'over' || (!clause.copular && excludes === undefined)) return { scope: [], excludes: [] }
  const spans = clause.copular
    ? [context.analysis.tokens[clause.head] as Span]
    : clause.arguments.filter(({ role }) => role !== 'subject').map(({ span }) => span)
  const found = spans.flatMap((span) => scopesIn(span, context))
  const denied = (excludes ?? false) !== clause.negation.length > 0
  return denied ? { scope: [], excludes: found } : { scope: found, excludes: [] }
}

/** What the mentions of one agreement say that it covers, and what they say it does not. */
export function findScope(mentions: readonly Mention[], context: Context): Covered {
  const said = mentions.flatMap((mention) => mention.places.map((place) => saidOf(place, context)))
  const excludes = new Set(said.flatMap((one) => one.excludes))
  const named = mentions.flatMap((mention) => {
    const actors = context.actors.filter(({ type }) => type !== 'agreement').flatMap((actor) => actor.mentions)
    const inside = actors.filter((name) => contains(mention.span, name) && !contains(name, mention.name))
    return [...scopesIn(mention.name, context), ...scopesIn(mention.span, context, inside)]
  })
  const scope = new Set([...named, ...said.flatMap((one) => one.scope)])
  return {
    scope: SCOPES.filter((one) => scope.has(one) && !excludes.has(one)),
    excludes: SCOPES.filter((one) => excludes.has(one)),
  }
}
