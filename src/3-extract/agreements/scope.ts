import { SCOPES, type Scope } from '../../model/records.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { tokensIn } from '../frames/index.ts'
import type { Mention, Place } from './mentions.ts'

export interface Covered {
  readonly scope: readonly Scope[]
  readonly excludes: readonly Scope[]
}

const NAMED = new WeakMap<Context, ReadonlySet<number>>()

/** Tokens in the names of actors: "the Government of Borland" makes nothing political. */
function tokensOfNames(context: Context): ReadonlySet<number> {
  let named = NAMED.get(context)
  if (!named) {
    const spans = context.actors.filter(({ type }) => type !== 'agreement').flatMap(({ mentions }) => mentions)
    named = new Set(spans.flatMap((span) => tokensIn(context.analysis.tokens, span).map(({ index }) => index)))
    NAMED.set(context, named)
  }
  return named
}

const NONE: ReadonlySet<number> = new Set()

function scopesIn(span: Span, context: Context, without: ReadonlySet<number> = NONE): readonly Scope[] {
  const { scope } = context.vocabulary.agreements
  return tokensIn(context.analysis.tokens, span)
    .filter((token) => !without.has(token.index))
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
  const named = mentions.flatMap((mention) => [
    ...scopesIn(mention.name, context),
    ...scopesIn(mention.span, context, tokensOfNames(context)),
  ])
  const scope = new Set([...named, ...said.flatMap((one) => one.scope)])
  return {
    scope: SCOPES.filter((one) => scope.has(one) && !excludes.has(one)),
    excludes: SCOPES.filter((one) => excludes.has(one)),
  }
}
