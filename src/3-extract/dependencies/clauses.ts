import type { Clause } from '../../model/clause.ts'
import type { ActorType } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { DependencyFrame } from '../../vocabulary/dependencies.ts'
import { type FrameMatch, matchFrames } from '../frames/index.ts'
import type { Scene } from './scene.ts'
import { openedWords, type Tie, withMarkers, without, wordsOf } from './tie.ts'

/** "…, ending years of war": what the whole of the main clause brings about, not its subject alone. */
function mainClause(scene: Scene, clause: Clause): Span | null {
  const parent = clause.parent === null ? undefined : scene.clauses[clause.parent]
  const free = clause.link === 'adverbial' && clause.marker === undefined && clause.tense === 'none'
  if (!free || !parent || parent.sentence !== clause.sentence) return null
  return without(scene, parent.core, withMarkers(scene, clause.span, clause.markerTokens), parent.head)
}

const THINGS: ReadonlySet<ActorType> = new Set(['agreement', 'other'])

/** Somebody or some place, and not an act, a state of affairs or a thing. */
function isActor(scene: Scene, head: number): boolean {
  const clause = scene.clauseWith(head)
  const id = clause && !clause.copular ? null : scene.context.actorAt(head)
  return id !== null && !THINGS.has(scene.context.actor(id).type)
}

function endOf(scene: Scene, match: FrameMatch<DependencyFrame>, role: 'antecedent' | 'consequent'): Span | null {
  const phrases = match.phrases(role)
  const phrase = phrases.find((each) => scene.tokens[each.head]!.upos === 'NOUN') ?? phrases[0]
  if (!phrase) return null
  const main = role === 'antecedent' && phrase.implied ? mainClause(scene, match.clause) : null
  if (main || (match.frame.acts.includes(role) && isActor(scene, phrase.head))) return main
  const words = wordsOf(scene, phrase)
  return role === 'antecedent' && phrase.implied ? without(scene, words, match.clause.span, phrase.head) : words
}

/** Rows for free participles ask how the clause hangs on another. */
function links(scene: Scene, { frame, clause }: FrameMatch<DependencyFrame>): boolean {
  if (frame.whole && (scene.tokens[clause.head]!.xpos !== 'VBG' || clause.marker !== undefined)) return false
  return !frame.link || frame.link.some((link) => link === clause.link)
}

/** Dependencies that a verb or an adjective states: the first of its most specific frames that has both ends. */
export function findByClause(scene: Scene): Tie[] {
  return scene.clauses.flatMap((clause) => {
    for (const match of matchFrames(clause, scene.context, scene.rows.frames)) {
      if (!links(scene, match)) continue
      const antecedent = endOf(scene, match, 'antecedent')
      const consequent = match.frame.whole ? openedWords(scene, clause) : endOf(scene, match, 'consequent')
      if (antecedent && consequent)
        return [
          {
            rule: match.frame.id,
            relation: match.frame.relation,
            antecedent,
            consequent,
            clause: clause.id,
            stated: true,
          },
        ]
    }
    return []
  })
}
