/*
 * This folder finds who says, thinks or shows what: the attributions of a document, each with its source, its cue and its
 * content. Finders look for one kind of sign each (a verb or noun of saying, "according to", quotation marks, a speaker's
 * label, a signature) and give `Found` with token ranges; `publish` turns them into spans. A content is never empty and
 * never includes its own cue. An attribution whose cue is in the content of another one has that one as `parent`. Read
 * found.ts and context.ts first, then cues.ts with content.ts and sources.ts, then the finders in the order of
 * `findAttributions`.
 */
import type { Attribution, StatementMode } from '../../model/analysis.ts'
import { innermost } from '../../model/nesting.ts'
import { bySpan, type Span } from '../../model/span.ts'
import type { Frame } from '../../vocabulary/cues.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Claused } from '../steps.ts'
import { partAsides } from './asides.ts'
import { blockQuotes } from './blocks.ts'
import { withCited } from './citing.ts'
import { type AttributionContext, contextOf, isWord, type Range } from './context.ts'
import { attributionAt } from './cues.ts'
import { type Found, holds, words } from './found.ts'
import { labelled } from './labels.ts'
import { phraseAt } from './phrases.ts'
import { attachQuotations } from './quoted.ts'
import { signed } from './signed.ts'

const spanOf = (context: AttributionContext, { first, last }: Range): Span => ({
  start: context.tokens[first]!.start,
  end: context.tokens[last]!.end,
})
const spansOf = (context: AttributionContext, ranges: readonly Range[]): Span[] =>
  ranges.map((r) => spanOf(context, r)).sort(bySpan)

/** The speaker's own words if all of it is quoted, the reporter's if none is. */
function modeOf(context: AttributionContext, content: readonly Range[]): StatementMode {
  let quoted = 0
  let all = 0
  for (const { first, last } of content)
    for (let t = first; t <= last; t++) {
      if (!isWord(context.tokens[t]!)) continue
      all++
      if (context.quotationAt(t) >= 0) quoted++
    }
  if (quoted === 0) return 'indirect'
  return quoted === all ? 'direct' : 'mixed'
}

/** For each token, the chain of the mention that it heads. */
function chainAt(context: AttributionContext): ReadonlyMap<number, string> {
  return new Map(context.analysis.chains.flatMap((chain) => chain.mentions.map((m) => [m.token, chain.id] as const)))
}

/** Index of the attribution whose content contains each cue, or -1. */
function parents(context: AttributionContext, found: readonly Found[]): number[] {
  const position = (f: Found) => context.tokens[f.cueToken ?? f.cue[0]!.first]!.start
  const order = found.map((f, i) => ({ i, at: position(f) })).sort((a, b) => a.at - b.at || a.i - b.i)
  const inside = innermost(
    found.map((f) => ({ spans: f.anaphoric ? [] : spansOf(context, f.content) })),
    order.map(({ at }) => at),
  )
  const parent = new Array<number>(found.length).fill(-1)
  order.forEach(({ i }, k) => {
    parent[i] = inside[k]!
  })
  found.forEach(({ reportedBy }, i) => {
    if (reportedBy !== undefined) parent[i] = found.findIndex(({ cueToken }) => cueToken === reportedBy)
  })
  return parent
}

const ownContent = (found: Found): boolean => !(found.cueToken !== undefined && holds(found.content, found.cueToken))

const CHAINED: ReadonlySet<Frame> = new Set([
  'clause',
  'object-infinitive',
  'hearer-infinitive',
  'on-infinitive',
  'infinitive',
  'object-as',
  'object-complement',
  'object-of',
])

/** Whether the attribution makes a link in a chain of sources: somebody says something of substance. */
const isLink = ({ source, sense, frame }: Found): boolean =>
  source !== null &&
  (frame === undefined || CHAINED.has(frame)) &&
  (sense === 'speech' || (sense === 'evidence' && frame === 'clause'))

/** Inside what somebody says, what others hold in their minds is for the operators; only sayings make a chain of sources. */
function nestedSayings(context: AttributionContext, found: readonly Found[]): Found[] {
  const parent = parents(context, found)
  return found.filter((f, i) => parent[i]! < 0 || isLink(f))
}

function publish(context: AttributionContext, found: readonly Found[]): Attribution[] {
  const chains = chainAt(context)
  const parent = parents(context, found)
  return found.map((f, i) => {
    const chain = f.sourceToken === undefined ? undefined : chains.get(f.sourceToken)
    const clause = f.cueToken === undefined ? undefined : context.clauseAt(f.cueToken)?.id
    return {
      source: f.source && spansOf(context, f.source),
      ...(f.sourceToken === undefined ? {} : { sourceToken: f.sourceToken }),
      cue: spansOf(context, f.cue),
      ...(f.cueToken === undefined ? {} : { cueToken: f.cueToken }),
      content: spansOf(context, f.content),
      ...(chain === undefined ? {} : { chain }),
      mode: f.blockQuote ? 'direct' : modeOf(context, f.content),
      ...(parent[i]! < 0 ? {} : { parent: parent[i]! }),
      rule: f.rule,
      ...(clause === undefined ? {} : { clause }),
      ...(f.anaphoric ? { anaphoric: f.anaphoric } : {}),
    }
  })
}

/** Who says, thinks or shows what: every attribution of the document, in the order of their cues. */
export function findAttributions(analysis: Claused, vocabulary: Pick<Vocabulary, 'cues'>): Attribution[] {
  const context = contextOf(analysis, vocabulary.cues)
  const beside = analysis.tokens.flatMap(({ index }) => attributionAt(context, index) ?? phraseAt(context, index) ?? [])
  const said = [
    ...attachQuotations(context, [...beside, ...blockQuotes(context), ...signed(context)]),
    ...labelled(context),
  ]
  const all = withCited(context, partAsides(context, said)).filter((f) => ownContent(f) && words(f.content) > 0)
  // What a cited source says is part of what the citing source says.
  const order = (f: Found) => (f.reportedBy === undefined ? f.cue[0]!.first : f.reportedBy + 0.5)
  return publish(
    context,
    nestedSayings(
      context,
      all.sort((a, b) => order(a) - order(b)),
    ),
  )
}
