import type { Argument, Clause } from '../../model/clause.ts'
import { indexOf } from '../../model/document-index.ts'
import { baseRelation } from '../../model/tree.ts'
import type { Context } from '../context.ts'
import type { Draft } from '../draft.ts'

/** What may take part in what a word names: for most kinds the actors of its sentence, for dependencies its clauses and phrases. */
export interface Candidates {
  readonly actors: readonly number[]
  readonly acts: readonly number[]
}

export function candidatesOf(context: Context, sentence: number): Candidates {
  const { first, last } = context.analysis.sentences[sentence]!
  const actors: number[] = []
  const acts: number[] = []
  const { tokens } = context.analysis
  const index = indexOf(context.analysis)
  for (let token = first; token <= last; token++) {
    if (context.actorAt(token) !== null) actors.push(token)
    const { upos, deprel } = tokens[token]!
    if (index.clauseAt(token)?.head === token || (upos === 'NOUN' && /^(nsubj|obj|obl|nmod|conj|root)/.test(deprel)))
      acts.push(token)
  }
  return { actors, acts }
}

const LONGEST = 4

/** The way through the tree from one word to another: "^obl^conj_nsubj"; "far" if it is long. */
export function pathBetween(context: Context, from: number, to: number): string {
  const { tokens } = context.analysis
  const above = new Map<number, string>()
  let path = ''
  let steps = 0
  for (let at = from; at >= 0 && steps <= LONGEST; at = tokens[at]!.head, steps++) {
    above.set(at, path)
    path += `^${baseRelation(tokens[at]!)}`
  }
  let down = ''
  steps = 0
  for (let at = to; at >= 0 && steps <= LONGEST; at = tokens[at]!.head, steps++) {
    const up = above.get(at)
    if (up !== undefined) return `${up}${down}`
    down = `_${baseRelation(tokens[at]!)}${down}`
  }
  return 'far'
}

const bucket = (distance: number): string => {
  const far = Math.abs(distance)
  const size = far <= 3 ? far : far <= 6 ? 6 : far <= 12 ? 12 : 13
  return `${distance < 0 ? '-' : '+'}${size}`
}

/** The argument of a clause that a word heads, is joined to, or is inside. */
function placeIn(context: Context, clause: Clause, token: number): readonly [Argument, string] | undefined {
  const { tokens } = context.analysis
  const direct = clause.arguments.find(({ head }) => head === token)
  if (direct) return [direct, 'is']
  let at = token
  let how = 'joined'
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    const { head, deprel } = tokens[at]!
    if (baseRelation({ deprel } as never) !== 'conj' && baseRelation({ deprel } as never) !== 'appos') how = 'in'
    at = head
    if (at === clause.head) return undefined
    const argument = clause.arguments.find((each) => each.head === at)
    if (argument) return [argument, how]
  }
  return undefined
}

function addPlace(context: Context, clause: Clause | undefined, token: number, prefix: string, to: string[]): void {
  const found = clause && placeIn(context, clause, token)
  if (!clause || !found) return
  const [{ role, preposition, implied }, how] = found
  const name = role === 'oblique' ? `${role}:${preposition ?? ''}` : role
  const voice = clause.passive ? 'p' : clause.kind === 'noun' ? 'n' : 'a'
  to.push(`${prefix}${how}:${name}`, `${prefix}${how}:${name}:${voice}`)
  if (implied) to.push(`${prefix}implied`)
}

export interface Drafted {
  readonly actors: ReadonlySet<string>
  readonly recipients: ReadonlySet<string>
}

/** What the rows say of the actors of an act, by the word that names it. */
export function draftedAt(drafts: readonly Draft[]): ReadonlyMap<number, Drafted> {
  const at = new Map<number, Drafted>()
  for (const draft of drafts)
    if (draft.kind === 'event' && draft.at !== undefined)
      at.set(draft.at, { actors: new Set(draft.actors), recipients: new Set(draft.recipients) })
    else if (draft.kind === 'statement' && draft.at !== undefined)
      at.set(draft.at, { actors: new Set([draft.speaker]), recipients: new Set(draft.hearers) })
  return at
}

/** What is known of how a word stands to another that names a record. */
export function pairFeatures(
  context: Context,
  trigger: number,
  token: number,
  drafted: Drafted | undefined,
): readonly string[] {
  const { tokens, clauses, predicates, attributions } = context.analysis
  const index = indexOf(context.analysis)
  const { upos, deprel } = tokens[token]!
  const features = [
    `path:${pathBetween(context, trigger, token)}`,
    `at:${bucket(token - trigger)}`,
    `upos:${upos}`,
    `deprel:${baseRelation({ deprel } as never)}`,
  ]
  if (token === trigger) features.push('itself')
  const clause = index.clauseAt(trigger)
  addPlace(context, clause, token, '', features)
  const parent = clause && clause.parent !== null ? clauses[clause.parent] : undefined
  if (parent) {
    features.push(`link:${clause!.link}`)
    addPlace(context, parent, token, 'up-', features)
  }
  const own = index.clauseAt(token)
  if (own) {
    features.push(`clause:${own.kind}:${own.link}`)
    if (own.marker !== undefined) features.push(`marker:${own.marker}`)
    if (own.parent === clause?.id) features.push('below')
    if (clause && clause.parent === own.id) features.push('above')
  }
  const id = context.actorAt(token)
  if (id !== null) {
    features.push(`type:${context.actor(id).type}`)
    if (drafted?.actors.has(id)) features.push('row-actor')
    if (drafted?.recipients.has(id)) features.push('row-recipient')
    const speaker = clause && predicates[clause.id]!.attribution
    const source = speaker === undefined ? undefined : attributions[speaker]?.sourceToken
    if (source !== undefined && context.actorAt(source) === id) features.push('speaker')
  }
  if (drafted) features.push('row')
  return features
}
