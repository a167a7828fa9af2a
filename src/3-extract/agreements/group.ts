import type { ActorId } from '../../model/records.ts'
import type { Context } from '../context.ts'
import type { Mention } from './mentions.ts'
import { findParties } from './parties.ts'
import { findStatus } from './status.ts'

/** One agreement of the document: its mentions in text order, and its parties. */
export interface Group {
  readonly mentions: readonly Mention[]
  readonly parties: ReadonlySet<ActorId>
}

interface Draft {
  readonly mentions: Mention[]
  /** Who makes, keeps, breaks or leaves it, or is called its party. */
  readonly makers: Set<ActorId>
  /** Who will not have it: a side, or somebody outside. */
  readonly refusers: Set<ActorId>
}

/** Does the mention say that somebody will not have the agreement? */
export const isRefused = (mention: Mention, context: Context): boolean =>
  findStatus(mention, context)?.status === 'rejected'

/** Whoever refuses what two others have made is no party to it. */
const toGroup = ({ mentions, makers, refusers }: Draft): Group => ({
  mentions,
  parties: makers.size > 1 ? makers : new Set([...makers, ...refusers]),
})

/** Enough parties to tell two agreements of the same kind apart. */
const MOST_PARTIES = 6

/** What makes two mentions the same agreement: coreference, a name of two words or more, or the kind and two parties. */
function keysOf(mention: Mention, parties: readonly ActorId[], context: Context): readonly string[] {
  const { start, end } = mention.name
  const name = context.analysis.document.text.slice(start, end).toLowerCase()
  const sides = [...parties].sort().slice(0, MOST_PARTIES)
  const kind = mention.token.lemma.toLowerCase()
  const pairs = sides.flatMap((a, at) => sides.slice(at + 1).map((b) => `sides ${kind} ${a} ${b}`))
  return [
    ...(mention.chain === null ? [] : [`chain ${mention.chain}`]),
    ...(mention.isName || name.includes(' ') ? [`name ${name}`] : []),
    ...pairs,
  ]
}

const LONGEST_DETERMINER = 6
const isDefinite = (mention: Mention, context: Context): boolean => {
  const { text } = context.analysis.document
  const before = text.slice(Math.max(0, mention.name.start - LONGEST_DETERMINER), mention.name.start)
  return /(^|\W)(the|this|that)\s$/i.test(before)
}

/** Gathers the mentions of one agreement; "the deal" without parties of its own is the one spoken of last. */
export function groupMentions(mentions: readonly Mention[], context: Context): readonly Group[] {
  const groups: Draft[] = []
  const byKey = new Map<string, Draft>()
  let last: Draft | undefined
  for (const mention of mentions) {
    const parties = findParties(mention, context)
    const keys = keysOf(mention, parties, context)
    const same = keys.map((key) => byKey.get(key)).find((group) => group !== undefined)
    const again = mention.inside.length === 0 && isDefinite(mention, context) ? last : undefined
    const group = same ?? again ?? { mentions: [], makers: new Set<ActorId>(), refusers: new Set<ActorId>() }
    if (group.mentions.length === 0) groups.push(group)
    group.mentions.push(mention)
    const side = isRefused(mention, context) ? group.refusers : group.makers
    if (same || !again) for (const id of parties) side.add(id)
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group)
    if (toGroup(group).parties.size > 1) last = group
  }
  return groups.map(toGroup)
}
