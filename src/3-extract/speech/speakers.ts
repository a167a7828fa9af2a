import type { Analysis, Attribution, Token } from '../../model/analysis.ts'
import type { ActorId } from '../../model/records.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'

/** Which actors the phrases headed by a token are. */
export interface ActorsAt {
  actorAt(token: number): ActorId | null
  actorsAt(token: number): readonly ActorId[]
}

interface Ground extends ActorsAt {
  readonly analysis: Analysis
  readonly children: ReadonlyMap<number, readonly number[]>
  readonly voices: ReadonlySet<string>
}

function childrenOf(tokens: readonly Token[], of: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const { index, head } of tokens) {
    if (!of.has(head)) continue
    const list = found.get(head)
    if (list) list.push(index)
    else found.set(head, [index])
  }
  return found
}

const OWNERS = /^(nmod:poss|nmod|obl|amod|compound|acl|acl:relcl|nmod:desc)$/
const MAKERS = new Set(['by', 'from', 'of', "'s", '’s', "'", '’'])

/** The opener of a phrase: "by" of "by the ministry", "'s" of a possessor. */
function openerOf({ analysis }: Ground, children: readonly number[]): string | undefined {
  const opener = children.find((c) => analysis.tokens[c]!.deprel === 'case')
  return opener === undefined ? undefined : analysis.tokens[opener]!.text.toLowerCase()
}

/** Who made the statement that a noun names: its owner, its maker, or the adjective of nationality beside it. */
function ownersOf(ground: Ground, noun: number): readonly ActorId[] {
  const { analysis, actorsAt } = ground
  const kids = analysis.tokens.length > 0 ? (ground.children.get(noun) ?? []) : []
  const owners = kids.filter((c) => OWNERS.test(analysis.tokens[c]!.deprel))
  for (const owner of owners) {
    const { deprel } = analysis.tokens[owner]!
    const inner = ground.children.get(owner) ?? []
    if (deprel.startsWith('acl')) {
      const agent = inner.find(
        (c) => /^obl/.test(analysis.tokens[c]!.deprel) && openerOf(ground, ground.children.get(c) ?? []) === 'by',
      )
      if (agent !== undefined && actorsAt(agent).length > 0) return actorsAt(agent)
      continue
    }
    const opener = openerOf(ground, inner)
    const makes =
      deprel === 'nmod:poss' ||
      deprel === 'amod' ||
      deprel === 'compound' ||
      (opener !== undefined && MAKERS.has(opener) && opener !== 'of')
    if (makes && actorsAt(owner).length > 0) return actorsAt(owner)
  }
  return []
}

function speakerTokens({ analysis }: Ground, { sourceToken, clause }: Attribution): number[] {
  if (sourceToken === undefined) return []
  const subject =
    clause === undefined ? undefined : analysis.clauses[clause]!.arguments.find((a) => a.role === 'subject')
  return subject && subject.head !== sourceToken ? [sourceToken, subject.head] : [sourceToken]
}

/** The token and, two levels down, what hangs on it: enough for "a statement released by the office". */
function near(analysis: Analysis): Set<number> {
  const sources = new Set(analysis.attributions.flatMap(({ sourceToken }) => sourceToken ?? []))
  for (let level = 0; level < 2; level++) {
    const before = new Set(sources)
    for (const { index, head } of analysis.tokens) if (before.has(head)) sources.add(index)
  }
  return sources
}

/**
 * The actors who speak in each attribution. A statement or a tweet speaks for whoever made it; one that names no maker
 * ("the statement also said") for the maker of the one before.
 */
export function findSpeakers(
  analysis: Analysis,
  { channels }: Pick<Vocabulary, 'channels'>,
  actors: ActorsAt,
): readonly (readonly ActorId[])[] {
  const ground: Ground = {
    ...actors,
    analysis,
    voices: channels.voices,
    children: childrenOf(analysis.tokens, near(analysis)),
  }
  let before: readonly ActorId[] = []
  return analysis.attributions.map((attribution) => {
    const [first, second] = speakerTokens(ground, attribution)
    if (first === undefined) return []
    const lemma = analysis.tokens[first]!.lemma.toLowerCase()
    const voice = channels.voices.has(lemma)
    const made = voice ? ownersOf(ground, first) : []
    const own = made.length > 0 ? made : voice && before.length > 0 ? before : actors.actorsAt(first)
    const found = own.length > 0 || second === undefined ? own : actors.actorsAt(second)
    if (found.length > 0) before = found
    return found
  })
}
