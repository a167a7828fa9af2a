import type { Agreement } from '../../model/records.ts'
import { bySpan, type Span, words } from '../../model/span.ts'
import type { Context, Standing } from '../context.ts'
import type { AgreementDraft } from '../draft.ts'
import { agreedInPrinciple } from './agreed.ts'
import { type Group, groupMentions, isRefused } from './group.ts'
import { findMentions, type Mention } from './mentions.ts'
import { findParties, partiesInside } from './parties.ts'
import { findScope } from './scope.ts'
import { findStatus, type Stated } from './status.ts'

interface Seen {
  readonly mention: Mention
  readonly stated: Stated | null
  readonly standing: Standing
}

/** What a mention says of the agreement's state. That an outsider will not have it is no state of it. */
function stateIn(mention: Mention, { parties }: Group, context: Context): Stated | null {
  const outside = isRefused(mention, context) && !findParties(mention, context).some((id) => parties.has(id))
  return outside ? null : findStatus(mention, context)
}

function see(mention: Mention, group: Group, context: Context): Seen {
  const stated = stateIn(mention, group, context)
  const standing = stated?.place ? context.standing(stated.place.clause.id) : context.standingAt(mention.token.index)
  return { mention, stated, standing }
}

const evidenceOf = ({ mention, stated }: Seen): Span => stated?.place?.clause.core ?? mention.span

/** Of what is said about it, that which goes farthest: signed says more than discussed, violated more than signed. */
function farthest(seen: readonly Seen[], context: Context): Seen | undefined {
  const { rank } = context.vocabulary.agreements
  const rankOf = (one: Seen): number => (one.stated ? (rank.get(one.stated.status) ?? 0) : 0)
  return seen.reduce<Seen | undefined>((best, one) => (!best || rankOf(one) > rankOf(best) ? one : best), undefined)
}

function toDraft(group: Group, seen: readonly Seen[], context: Context): AgreementDraft[] {
  const lead = farthest(seen, context)
  if (!lead || !(lead.stated || group.mentions.some((mention) => partiesInside(mention, context).length > 1))) return []
  const { text } = context.analysis.document
  const fullest = group.mentions.reduce((a, b) => (b.name.end - b.name.start > a.name.end - a.name.start ? b : a))
  const clause = lead.stated?.place?.clause
  const draft: Omit<Agreement, 'id' | 'sameAs'> = {
    kind: 'agreement',
    evidence: [evidenceOf(lead), ...seen.filter((one) => one !== lead).map(evidenceOf)].filter(
      (span, at, all) => all.findIndex((other) => other.start === span.start && other.end === span.end) === at,
    ),
    rule: lead.stated ? `agreement.${lead.stated.status.replaceAll(' ', '-')}` : 'agreement.named',
    time: (clause ? context.time(clause.id) : null) ?? context.timeAt(lead.mention.token.index),
    place: clause ? context.place(clause.id) : null,
    ...lead.standing,
    name: words(text, fullest.name),
    parties: [...group.parties],
    ...findScope(group.mentions, context),
    status: lead.stated?.status ?? 'reached',
  }
  return [draft]
}

/** Is it said by its name what a side did to it ("the Guard suspended the Lake Accord"), and not only what it should do? */
function isDoneTo(mention: Mention, context: Context): boolean {
  const place = mention.isName ? findStatus(mention, context)?.place : undefined
  return place ? context.standing(place.clause.id).realis === 'actual' : false
}

/** "The factions reached a consensus": several who agree with each other are named by one word. */
function isAmong(mention: Mention, context: Context): boolean {
  const { analysis } = context
  const stated = findStatus(mention, context)
  const place = stated?.place
  if (
    place?.as !== 'over' ||
    !(stated?.status === 'reached' || stated?.status === 'signed') ||
    context.standing(place.clause.id).realis !== 'actual'
  )
    return false
  const subject = place.clause.arguments.find(({ role }) => role === 'subject')
  return /^NNP?S$/.test(analysis.tokens[subject?.head ?? -1]?.xpos ?? '')
}

/** An agreement needs sides: two, several in one word, one that did something to it by its name, or one that ceases fire. */
function isAgreement(group: Group, context: Context): boolean {
  if (group.parties.size >= 2) return true
  if (group.parties.size === 0) return false
  const ceasefire = context.vocabulary.nounClasses.get('ceasefire')
  return group.mentions.some(
    (mention) =>
      isDoneTo(mention, context) || isAmong(mention, context) || ceasefire?.has(mention.token.lemma.toLowerCase()),
  )
}

function recordsOf(group: Group, context: Context): AgreementDraft[] {
  const bySources = new Map<string, Seen[]>()
  for (const mention of group.mentions) {
    const seen = see(mention, group, context)
    const key = seen.standing.sources.join('>')
    bySources.set(key, [...(bySources.get(key) ?? []), seen])
  }
  return [...bySources.values()].flatMap((seen) => toDraft(group, seen, context))
}

/** Treaties, accords, deals, truces: one record for each agreement and each chain of sources. */
export function findAgreements(context: Context): AgreementDraft[] {
  const named = groupMentions(findMentions(context), context)
    .filter((group) => isAgreement(group, context))
    .flatMap((group) => recordsOf(group, context))
  const agreed = context.analysis.clauses.flatMap((clause) => agreedInPrinciple(clause, context))
  return [...named, ...agreed].sort((a, b) => bySpan(a.evidence[0] as Span, b.evidence[0] as Span))
}
