import type { ActorId } from '../../model/records.ts'
import type { Context } from '../context.ts'
import type { Mention } from './mentions.ts'
import { findParties } from './parties.ts'

/** One agreement of the document: its mentions in text order, and its parties. */
export interface Group {
  readonly mentions: Mention[]
  readonly parties: Set<ActorId>
}

/** Words for an agreement that has been named before: "the deal". */
const nameKey = (mention: Mention, context: Context): string =>
  context.analysis.document.text.slice(mention.name.start, mention.name.end).toLowerCase()

const overlap = (a: ReadonlySet<ActorId>, b: readonly ActorId[]): number => b.filter((id) => a.has(id)).length

/** The same agreement: by coreference, by a name of two words or more, or by two of its parties. */
function isSame(group: Group, mention: Mention, parties: readonly ActorId[], context: Context): boolean {
  const key = nameKey(mention, context)
  return group.mentions.some(
    (other) =>
      (mention.chain !== null && other.chain === mention.chain) ||
      ((key.includes(' ') || mention.isName) && nameKey(other, context) === key) ||
      (other.token.lemma === mention.token.lemma && overlap(group.parties, parties) >= 2),
  )
}

const isDefinite = (mention: Mention, context: Context): boolean => {
  const { tokens } = context.analysis
  for (let at = mention.token.index - 1; at >= 0 && tokens[at]!.end >= mention.name.start - 6; at--)
    if (/^(the|this|that)$/i.test(tokens[at]!.text)) return true
  return false
}

/** Gathers the mentions of one agreement; "the deal" without parties of its own is the one spoken of last. */
export function groupMentions(mentions: readonly Mention[], context: Context): readonly Group[] {
  const groups: Group[] = []
  for (const mention of mentions) {
    const parties = findParties(mention, context)
    const last = groups.findLast((group) => group.parties.size > 1)
    const again = mention.inside.length === 0 && isDefinite(mention, context) ? last : undefined
    const group = groups.find((one) => isSame(one, mention, parties, context)) ?? again
    if (group) {
      group.mentions.push(mention)
      if (group !== again) for (const id of parties) group.parties.add(id)
    } else groups.push({ mentions: [mention], parties: new Set(parties) })
  }
  return groups
}
