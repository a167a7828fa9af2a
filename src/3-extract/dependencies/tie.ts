import type { Argument, Clause } from '../../model/clause.ts'
import type { Certainty, DependencyRelation } from '../../model/records.ts'
import { cover, firstEndingAfter, overlaps, type Span } from '../../model/span.ts'
import type { DependencyEndName } from '../../vocabulary/dependencies.ts'
import type { Standing } from '../context.ts'
import type { DependencyDraft } from '../draft.ts'
import type { Scene } from './scene.ts'

/** A dependency as a finder sees it: `clause` is the one whose standing it has. */
export interface Tie {
  readonly rule: string
  readonly relation: DependencyRelation
  readonly antecedent: Span
  readonly consequent: Span
  readonly clause: number
  /** The tie itself is stated by the clause and may be denied by it ("does not lead to"). */
  readonly stated: boolean
  /** Where less than the clause is sure of. */
  readonly certainty?: Certainty
}

const EDGE = /[\s,;:.!?()[\]–—-]/

/** The span without spaces and punctuation at its edges. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && EDGE.test(text[start]!)) start++
  while (end > start && EDGE.test(text[end - 1]!)) end--
  return { start, end }
}

/** What is left of a stretch of words when `inner` is cut out at one of its edges; in its middle, the part with `head`. */
export function without(scene: Scene, outer: Span, inner: Span, head: number): Span {
  if (!overlaps(outer, inner)) return outer
  const at = scene.tokens[head]!.start
  const rest = at < inner.start ? { start: outer.start, end: inner.start } : { start: inner.end, end: outer.end }
  return trim(scene.context.analysis.document.text, rest.end > rest.start ? rest : outer)
}

/** The words of an argument as an end: of a clause its core, of a phrase the phrase. */
export function wordsOf(scene: Scene, argument: Argument): Span {
  const clause = argument.clause === undefined ? undefined : scene.clauses[argument.clause]
  if (clause && clause.kind !== 'noun') return openedWords(scene, clause)
  return scene.phrase(argument.head)
}

/** A clause's words after its marker: "stop the rebels" of "in order to stop the rebels". */
export function openedWords(scene: Scene, clause: Clause): Span {
  const { start, end } = scene.clauseWords(clause)
  const marker = clause.markerTokens.at(-1)
  const after = marker === undefined ? start : scene.tokens[marker]!.end
  return trim(
    scene.context.analysis.document.text,
    after > start && after < end && marker! < clause.head ? { start: after, end } : { start, end },
  )
}

/** The words of the clause on which another hangs: without it, and without "according to …". */
export function governorWords(scene: Scene, clause: Clause, cut: Span): Span {
  const nominal = clause.kind === 'noun' && !clause.copular && clause.light === undefined
  const described =
    clause.link === 'participle' && scene.tokens[clause.head]!.xpos === 'VBN' ? scene.tokens[clause.head]!.head : -1
  if (described >= 0 && described < clause.head) return describedWords(scene, described, clause.span)
  let words = nominal ? scene.phrase(clause.head) : scene.clauseWords(clause)
  for (const argument of clause.arguments) {
    if (argument.preposition !== 'according to') continue
    const opening = scene.children(argument.head).filter((child) => scene.tokens[child]!.deprel === 'case')
    words = without(scene, words, withMarkers(scene, scene.phrase(argument.head), opening), clause.head)
  }
  return without(scene, words, cut, clause.head)
}

/** What a participle describes: "a plan" that was adopted, but of "held talks" the act with who does it. */
function describedWords(scene: Scene, noun: number, participle: Span): Span {
  const act = scene.clauseWith(noun)
  const words = act?.light === undefined ? scene.phrase(noun) : scene.clauseWords(act)
  return without(scene, words, participle, noun)
}

/** From the first marker of a clause, or the preposition of a phrase, to its end: what is cut out of the other end. */
export function withMarkers(scene: Scene, span: Span, tokens: readonly number[]): Span {
  return tokens.reduce((whole: Span, token) => cover(whole, scene.tokens[token]!), span)
}

export const ends = (opens: DependencyEndName, opened: Span, other: Span): Pick<Tie, 'antecedent' | 'consequent'> =>
  opens === 'antecedent' ? { antecedent: opened, consequent: other } : { antecedent: other, consequent: opened }

/** Is anybody in these words? */
function involves(scene: Scene, span: Span, at: number): boolean {
  for (let token = at; token < scene.tokens.length && scene.tokens[token]!.start < span.end; token++) {
    if (scene.context.actorAt(token) !== null) return true
  }
  return false
}

/** A tie is kept where its two ends are different words and an actor takes part in one of them. */
export function isMeant(scene: Scene, { antecedent, consequent }: Tie): boolean {
  if (antecedent.end <= antecedent.start || consequent.end <= consequent.start) return false
  if (overlaps(antecedent, consequent)) return false
  return [antecedent, consequent].some((span) => involves(scene, span, firstEndingAfter(scene.tokens, span.start)))
}

/** A connective ties two clauses for certain, be what they say sure or not; a tie that a clause states is as sure as that. */
function certaintyOf({ stated, certainty }: Tie, standing: Standing): Certainty {
  if (!stated) return 'certain'
  return standing.certainty === 'certain' && certainty !== undefined ? certainty : standing.certainty
}

export function toDraft(scene: Scene, tie: Tie): DependencyDraft {
  const { context } = scene
  const standing = context.standing(tie.clause)
  return {
    kind: 'dependency',
    relation: tie.relation,
    antecedent: { text: tie.antecedent },
    consequent: { text: tie.consequent },
    evidence: [cover(tie.antecedent, tie.consequent)],
    rule: tie.rule,
    time: context.time(tie.clause),
    place: null,
    polarity: tie.stated ? standing.polarity : 'affirmed',
    certainty: certaintyOf(tie, standing),
    realis: standing.realis,
    sources: standing.sources,
    cues: standing.cues,
  }
}

/** The clause that a token stands in, for its standing. */
export function clauseOver(scene: Scene, token: number): Clause | null {
  for (let at = token; at >= 0; at = scene.tokens[at]!.head) {
    const clause = scene.clauseWith(at)
    if (clause) return clause
  }
  return null
}
