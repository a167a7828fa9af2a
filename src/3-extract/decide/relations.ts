import { indexOf } from '../../model/document-index.ts'
import { PREDICATES, type RelationPredicate } from '../../model/records.ts'
import { cover, type Span } from '../../model/span.ts'
import { isOver } from '../../vocabulary/offices.ts'
import type { Standing } from '../context.ts'
import type { Draft, RelationDraft } from '../draft.ts'
import { isNamed } from '../relations/fact.ts'
import { likeliest, type Scene, type Taker } from './scene.ts'

/** The chances at which a relation that no row has is proposed, and at which somebody is an end of it. */
export const RELATION_LIMITS = { make: 0.25, subject: 0.5, object: 0.3 }

/** The title that a word is the last of: "prime minister". */
function titleAt({ context }: Scene, token: number): { readonly role: string; readonly ended: boolean } {
  const { tokens, document } = context.analysis
  const isFormer = (word: number): boolean =>
    isOver(context.vocabulary.relations.tenure.get(tokens[word]!.text.toLowerCase()))
  const { tree } = indexOf(context.analysis)
  const before = tree.children(token).filter((child) => child < token && /^(compound|amod)/.test(tokens[child]!.deprel))
  let first = token
  while (before.includes(first - 1) && context.actorAt(first - 1) === null && !isFormer(first - 1)) first--
  const ended = before.some(isFormer)
  return { role: document.text.slice(tokens[first]!.start, tokens[token]!.end), ended }
}

const tokenOf = (scene: Scene, takers: readonly Taker[], id: string): number =>
  takers.find(({ token }) => scene.context.actorAt(token) === id)!.token

/** A noun that opens a sentence has a capital and is no name: "Members of the union". */
function isCalled({ context }: Scene, token: number, id: string): boolean {
  const { name } = context.actor(id)
  const { text, upos } = context.analysis.tokens[token]!
  return isNamed(name) && !(upos === 'NOUN' && text === name)
}

/** The ends of what a word names, if both may be ends of such a relation. */
function endsOf(scene: Scene, takers: readonly Taker[], predicate: RelationPredicate) {
  const { context } = scene
  const subject = likeliest(scene, takers, 'subject', RELATION_LIMITS.subject)
  if (subject === null) return null
  const others = takers.filter((taker) => context.actorAt(taker.token) !== subject)
  const object = likeliest(scene, others, 'object', RELATION_LIMITS.object)
  const row = context.vocabulary.relations.predicates.get(predicate)!
  if (!row.subject.has(context.actor(subject).type)) return null
  if (!isCalled(scene, tokenOf(scene, takers, subject), subject)) return null
  const fits =
    object === null
      ? row.object === null || predicate === 'holdsOffice'
      : row.object?.has(context.actor(object).type) === true
  return fits ? { subject, object } : null
}

/** What a verb states is as sure as its clause; what a noun takes as known is so. */
function standingOf({ context }: Scene, token: number): Standing & Pick<RelationDraft, 'time'> {
  const clause = indexOf(context.analysis).clauseAt(token)
  if (clause?.kind === 'verb' || clause?.copular)
    return { ...context.standing(clause.id), time: context.time(clause.id) }
  const { sources, cues } = context.standingAt(token)
  return { polarity: 'affirmed', certainty: 'certain', realis: 'actual', sources, cues, time: null }
}

function make(scene: Scene, token: number, predicate: RelationPredicate): RelationDraft | null {
  const { tokens } = scene.context.analysis
  const takers = scene.takers(token, 'relation').filter((taker) => taker.token !== token)
  const ends = endsOf(scene, takers, predicate)
  if (!ends) return null
  const { subject, object } = ends
  const words = [subject, ...(object === null ? [] : [object])].map((id) => tokens[tokenOf(scene, takers, id)]!)
  const { role, ended } = titleAt(scene, token)
  const { start, end } = words.reduce<Span>(cover, tokens[token]!)
  return {
    kind: 'relation',
    at: token,
    evidence: [{ start, end }],
    rule: 'learned.relation',
    place: null,
    ...standingOf(scene, token),
    predicate,
    subject,
    object,
    role: predicate === 'holdsOffice' ? role : null,
    ended,
  }
}

/** Adds the relations that no row has. */
export function decideRelations(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const kept: RelationDraft[] = []
  const known = new Set<string>()
  for (const draft of drafts) {
    if (draft.kind !== 'relation') continue
    kept.push(draft)
    known.add(`${draft.predicate} ${draft.subject}`)
  }
  for (const token of scene.words) {
    for (const predicate of PREDICATES) {
      const chance = scene.chances(token)?.get(predicate) ?? 0
      if (chance < RELATION_LIMITS.make) continue
      const draft = make(scene, token, predicate)
      if (!draft || known.has(`${predicate} ${draft.subject}`)) continue
      kept.push(draft)
      known.add(`${predicate} ${draft.subject}`)
    }
  }
  return kept
}
