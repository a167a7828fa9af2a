import type { Clause } from '../../model/clause.ts'
import type { Span } from '../../model/span.ts'
import type { DependencyNoun } from '../../vocabulary/dependencies.ts'
import type { Scene } from './scene.ts'
import { ends, type Tie, wordsOf } from './tie.ts'

/** Verbs by which something is called something else, whose subject or object it is. */
interface Said {
  readonly clause: Clause
  readonly words: Span
}

const lemma = (scene: Scene, token: number): string => scene.tokens[token]!.lemma.toLowerCase()

/** What the noun is said of: "X is a step", "X is seen as a step", "X could prove to be a step". */
function bearerOf(scene: Scene, noun: number): Said | null {
  const own = scene.clauseWith(noun)
  if (own?.copular) {
    const subject = own.arguments.find((argument) => argument.role === 'subject')
    return subject ? { clause: own, words: wordsOf(scene, subject) } : null
  }
  for (const { clause, argument } of scene.placesOf(noun)) {
    const named = argument.preposition === 'as' || (argument.role === 'complement' && clause.kind === 'verb')
    const role = clause.arguments.some((other) => other.role === 'object' && other.head !== noun) ? 'object' : 'subject'
    const bearer = named ? clause.arguments.find((other) => other.role === role && other.head !== noun) : undefined
    if (bearer) return { clause, words: wordsOf(scene, bearer) }
  }
  return null
}

/** "a requirement for talks", "a requirement for Syria to obtain relief". */
function otherEnd(scene: Scene, row: DependencyNoun, noun: number): Span | null {
  for (const child of scene.children(noun)) {
    const token = scene.tokens[child]!
    if (row.infinitive && token.deprel.startsWith('acl') && token.deprel !== 'acl:relcl') {
      const clause = scene.clauseWith(child)
      if (clause?.marker?.split(' ').some((word) => word === 'to' || word === 'for')) return clause.core
    }
    if (token.deprel !== 'nmod' && token.deprel !== 'obl') continue
    const opening = scene.children(child).find((each) => scene.tokens[each]!.deprel === 'case')
    if (opening !== undefined && row.prepositions.includes(scene.tokens[opening]!.text.toLowerCase())) return scene.phrase(child)
  }
  return null
}

/** "The goal of the operation is a safe zone": the noun is the subject, and the predicate is the end that it names. */
function reversed(scene: Scene, row: DependencyNoun, noun: number): Tie | null {
  if (!row.reverse) return null
  const place = scene.placesOf(noun).find(({ clause, argument }) => argument.role === 'subject' && argument.head === noun && (clause.copular || clause.marker === 'to'))
  if (!place) return null
  const { clause } = place
  const predicate = clause.copular ? scene.phrase(clause.head) : clause.core
  return { rule: row.id, relation: row.relation, ...ends(row.bearer, predicate, scene.phrase(noun)), clause: clause.id, stated: true }
}

function ofNoun(scene: Scene, row: DependencyNoun, noun: number): Tie | null {
  const said = bearerOf(scene, noun)
  const other = said && otherEnd(scene, row, noun)
  if (!said || !other) return reversed(scene, row, noun)
  return { rule: row.id, relation: row.relation, ...ends(row.bearer, said.words, other), clause: said.clause.id, stated: true }
}

/** Dependencies that a noun states of its bearer: "a requirement for", "an obstacle to", "a step toward". */
export function findByNoun(scene: Scene): Tie[] {
  return scene.tokens.flatMap((token) => {
    const row = token.upos === 'NOUN' ? scene.rows.nouns.get(lemma(scene, token.index)) : undefined
    return row ? (ofNoun(scene, row, token.index) ?? []) : []
  })
}
