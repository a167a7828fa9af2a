import { baseRelation } from '../../model/tree.ts'
import type { PhraseCue } from '../../vocabulary/cues.ts'
import { child } from './content.ts'
import { type AttributionContext, isWord, join, type Range, trim, without } from './context.ts'
import type { Found } from './found.ts'
import { phrase } from './sources.ts'

const lower = (context: AttributionContext, token: number): string => context.tokens[token]?.text.toLowerCase() ?? ''

const FARTHEST_OBJECT = 15

/** The token that heads the object of the phrase whose words are `first` to `last`. */
function objectOf(context: AttributionContext, first: number, last: number): number | null {
  const { tokens } = context
  const within = (t: number): boolean => t >= first && t <= last
  const { sentence, head } = tokens[first]!
  if (head > last && tokens[head]!.sentence === sentence && last - first < 2) return head
  for (let t = last + 1; t <= last + FARTHEST_OBJECT && tokens[t]?.sentence === sentence; t++)
    if (within(tokens[t]!.head) && tokens[t]!.deprel.startsWith('nmod')) return t
  return null
}

const NONFINITE = new Set(['xcomp', 'conj', 'obl', 'nmod', 'obj', 'appos', 'advcl', 'acl', 'dep'])

/** A clause that can be a sentence: with a subject of its own, or at the root. */
const isWhole = (context: AttributionContext, token: number): boolean =>
  context.tokens[token]!.head < 0 ||
  !NONFINITE.has(baseRelation(context.tokens[token]!)) ||
  (context.clauseAt(token) !== undefined && child(context, token, ['nsubj', 'csubj', 'expl']) !== undefined)

/** The clause of the phrase: the nearest whole one above it. */
function clauseHead(context: AttributionContext, token: number): number {
  let at = context.tokens[token]!.head
  while (at >= 0 && context.tokens[at]!.head >= 0 && !isWhole(context, at)) at = context.tokens[at]!.head
  return at
}

const isLater = (relation: string): boolean => relation === 'parataxis' || relation === 'conj'

/** What the clause says beside the phrase: later conjuncts are left out if the phrase is before them. */
function contentAround(context: AttributionContext, hole: Range, head: number): Range[] {
  const range = context.tree.extent(head, (child) => {
    const { first } = context.tree.extent(child.index)
    return (
      child.upos === 'PUNCT' ||
      baseRelation(child) === 'mark' ||
      (isLater(baseRelation(child)) && first > hole.last && hole.first > head)
    )
  })
  return without(range, hole).flatMap((r) => trim(context, r) ?? [])
}

const canSay = (context: AttributionContext, { entity, except }: PhraseCue, head: number): boolean =>
  (!entity || context.namedAt(head)) && !except.includes(context.tokens[head]!.lemma.toLowerCase())

function prepositionAt(context: AttributionContext, first: number): Found | null {
  const rows = context.cues.prepositions.get(lower(context, first))
  const row = rows?.find(({ words }) => words.every((word, k) => lower(context, first + k) === word))
  if (!row || context.namedAt(first)) return null
  const last = first + row.words.length - 1
  const head = objectOf(context, first, last)
  if (head === null || !canSay(context, row, head)) return null
  const source = phrase(context, head, first)
  const above = clauseHead(context, head)
  if (!source || above < 0) return null
  const hole = { first, last: Math.max(...source.ranges.map((r) => r.last)) }
  const content = contentAround(context, hole, above)
  return content.length === 0
    ? null
    : {
        source: source.ranges,
        sourceToken: head,
        cue: [{ first, last }],
        cueToken: first,
        content,
        rule: row.id,
        sense: row.sense,
      }
}

/** "reportedly", "allegedly": the clause is said by somebody unnamed. */
function adverbAt(context: AttributionContext, token: number): Found | null {
  const row: PhraseCue | undefined = context.cues.adverbs.get(lower(context, token))
  const head = context.tokens[token]!.head
  if (!row || head < 0) return null
  const content = without(context.tree.extent(head), { first: token, last: token }).flatMap(
    (r) => trim(context, r) ?? [],
  )
  return content.length === 0
    ? null
    : {
        source: null,
        cue: [{ first: token, last: token }],
        cueToken: token,
        content: join(content),
        rule: row.id,
        sense: row.sense,
      }
}

/** "according to X", "reportedly": what attributes a clause without a verb or noun of saying. */
export function phraseAt(context: AttributionContext, token: number): Found | null {
  if (!isWord(context.tokens[token]!)) return null
  return prepositionAt(context, token) ?? adverbAt(context, token)
}
