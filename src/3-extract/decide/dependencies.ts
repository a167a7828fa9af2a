import { indexOf } from '../../model/document-index.ts'
import { DEPENDENCY_RELATIONS, type DependencyRelation } from '../../model/records.ts'
import { contains, cover, overlaps, type Span } from '../../model/span.ts'
import type { DependencyDraft, Draft } from '../draft.ts'
import type { Scene, Taker } from './scene.ts'

/** The chances at which a dependency that no row has is proposed, and at which something is an end of it. */
export const DEPENDENCY_LIMITS = { make: 0.08, end: 0.1 }

/** The words of an act: its clause's, else its phrase's, without `not`, the words of the connective. */
function wordsOf(scene: Scene, token: number, not: Span): Span {
  const clause = indexOf(scene.context.analysis).clauseAt(token)
  const whole = clause && clause.kind !== 'noun' ? clause.core : scene.phrase(token)
  if (!overlaps(whole, not) || contains(not, whole)) return whole
  const { start, end } = scene.context.analysis.tokens[token]!
  return end <= not.start
    ? { start: whole.start, end: not.start }
    : start >= not.end
      ? { start: not.end, end: whole.end }
      : whole
}

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /[\s,;:.]/.test(text[start]!)) start++
  while (end > start && /[\s,;:.]/.test(text[end - 1]!)) end--
  return { start, end }
}

/** The two words that are most likely the ends. */
function endsOf(takers: readonly Taker[], trigger: number): readonly [number, number] | null {
  const least = DEPENDENCY_LIMITS.end
  const first = takers.filter(({ chances }) => chances.get('antecedent')! >= least)
  const second = takers.filter(({ chances }) => chances.get('consequent')! >= least)
  let best: readonly [number, number] | null = null
  let most = 0
  for (const a of first)
    for (const b of second) {
      const chance = a.chances.get('antecedent')! * b.chances.get('consequent')!
      if (a.token === b.token || chance <= most || (a.token === trigger && b.token === trigger)) continue
      most = chance
      best = [a.token, b.token]
    }
  return best
}

function make(scene: Scene, token: number, relation: DependencyRelation): DependencyDraft | null {
  const { context } = scene
  const { tokens, document } = context.analysis
  const ends = endsOf(scene.takers(token, 'dependency'), token)
  if (!ends) return null
  const word = { start: tokens[token]!.start, end: tokens[token]!.end }
  let [antecedent, consequent] = ends.map((end) =>
    wordsOf(scene, end, end === token ? { start: -1, end: -1 } : word),
  ) as [Span, Span]
  // Of two ends of which one contains the other, what is left is the outer one's.
  if (contains(antecedent, consequent))
    antecedent = { start: antecedent.start, end: Math.min(consequent.start, word.start) }
  else if (contains(consequent, antecedent))
    consequent = { start: consequent.start, end: Math.min(antecedent.start, word.start) }
  const [first, second] = [trim(document.text, antecedent), trim(document.text, consequent)]
  if (first.end <= first.start || second.end <= second.start || overlaps(first, second)) return null
  const over = scene.clauses.at(token)
  const standing = over === null ? context.standingAt(token) : context.standing(over)
  return {
    kind: 'dependency',
    at: token,
    relation,
    antecedent: { text: first },
    consequent: { text: second },
    evidence: [cover(cover(first, second), word)],
    rule: 'learned.dependency',
    time: over === null ? null : context.time(over),
    place: null,
    polarity: 'affirmed',
    certainty: 'certain',
    realis: standing.realis,
    sources: standing.sources,
    cues: standing.cues,
  }
}

/** Is anybody in these words? */
function involves({ context }: Scene, span: Span): boolean {
  const { first, last } = indexOf(context.analysis).tokensOf(span)
  for (let token = first; token <= last; token++) if (context.actorAt(token) !== null) return true
  return false
}

/** Adds the dependencies that no row has, where no other is stated by the same words and an actor takes part. */
export function decideDependencies(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const kept = drafts.filter((draft) => draft.kind === 'dependency')
  for (const token of scene.words) {
    for (const relation of DEPENDENCY_RELATIONS) {
      if ((scene.chances(token)?.get(relation) ?? 0) < DEPENDENCY_LIMITS.make) continue
      const draft = make(scene, token, relation)
      const [evidence] = draft?.evidence ?? []
      if (!draft || !evidence || kept.some((one) => overlaps(one.evidence[0]!, evidence))) continue
      if (involves(scene, draft.antecedent.text) || involves(scene, draft.consequent.text)) kept.push(draft)
    }
  }
  return kept
}
