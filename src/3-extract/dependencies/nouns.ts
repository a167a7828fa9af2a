import type { Clause } from '../../model/clause.ts'
import { cover, type Span } from '../../model/span.ts'
import type { DependencyNoun, View } from '../../vocabulary/dependencies.ts'
import type { Scene } from './scene.ts'
import { ends, type Tie, wordsOf } from './tie.ts'

/** Verbs by which something is called something else, whose subject or object it is. */
interface Said {
  readonly clause: Clause
  readonly words: Span
  readonly view?: View
}

const lemma = (scene: Scene, token: number): string => scene.tokens[token]!.lemma.toLowerCase()

const DEPTH = 4

/** The words that a clause's predicate is said of: its subject, a clause in its place, or what the clause above shares with it. */
function subjectWords(scene: Scene, clause: Clause, depth = DEPTH): Span | null {
  const roles = clause.passive ? ['object', 'subject'] : ['subject']
  const subject = clause.arguments.find((argument) => roles.includes(argument.role))
  if (subject) return wordsOf(scene, subject)
  const clausal = clause.arguments.find((argument) => argument.role === 'complement' && argument.head < clause.head)
  if (clausal) return wordsOf(scene, clausal)
  const fronted = scene
    .below(clause)
    .find(
      (each) =>
        each.link === 'adverbial' &&
        each.marker === undefined &&
        each.head < clause.head &&
        scene.tokens[each.head]!.xpos === 'VBG',
    )
  if (fronted) return fronted.core
  const parent = clause.parent === null || depth === 0 ? undefined : scene.clauses[clause.parent]
  const shared = clause.link === 'complement' || clause.link === 'conjunct'
  return parent && shared ? subjectWords(scene, parent, depth - 1) : null
}

/** What the noun is said of: "X is a step", "X is seen as a step", "X could prove to be a step". */
function bearerOf(scene: Scene, noun: number): Said | null {
  const own = scene.clauseWith(noun)
  if (own?.copular) {
    const words = subjectWords(scene, own)
    return words && { clause: own, words }
  }
  for (const { clause, argument } of scene.placesOf(noun)) {
    const named = argument.preposition === 'as' || (argument.role === 'complement' && clause.kind === 'verb')
    if (!named) continue
    const object = clause.passive
      ? undefined
      : clause.arguments.find((other) => other.role === 'object' && other.head !== noun)
    const words = object ? wordsOf(scene, object) : subjectWords(scene, clause)
    const view = argument.preposition === 'as' ? scene.rows.views.get(clause.lemma) : undefined
    if (words) return { clause, words, ...(view ? { view } : {}) }
  }
  return null
}

/** "a requirement for Syria to obtain relief": the infinitive, with whom it is for. */
function infinitive(scene: Scene, noun: number, owner: Span | null): Span | null {
  for (const child of scene.children(noun)) {
    const { deprel } = scene.tokens[child]!
    const clause = deprel.startsWith('acl') && deprel !== 'acl:relcl' ? scene.clauseWith(child) : null
    if (!clause?.marker?.split(' ').includes('to')) continue
    const words = scene.clauseWords(clause)
    return owner && owner.end <= words.start ? cover(owner, words) : words
  }
  return null
}

/** "a requirement for talks", "a requirement to obtain relief". */
function otherEnd(scene: Scene, row: DependencyNoun, noun: number): Span | null {
  const phrase = scene.children(noun).find((child) => {
    const { deprel } = scene.tokens[child]!
    const opening = scene
      .children(child)
      .find((each) => scene.tokens[each]!.deprel === 'case' || scene.tokens[each]!.deprel === 'mark')
    const text = opening === undefined ? '' : scene.tokens[opening]!.text.toLowerCase()
    return (
      (deprel.startsWith('nmod') || deprel.startsWith('obl') || deprel === 'acl') && row.prepositions.includes(text)
    )
  })
  const words = phrase === undefined ? null : scene.phrase(phrase)
  return (row.infinitive ? infinitive(scene, noun, words) : null) ?? words
}

/** "The goal of the operation is a safe zone": the noun is the subject, and the predicate is the end that it names. */
function reversed(scene: Scene, row: DependencyNoun, noun: number): Tie | null {
  if (!row.reverse) return null
  const place = scene
    .placesOf(noun)
    .find(
      ({ clause, argument }) =>
        argument.role === 'subject' && argument.head === noun && (clause.copular || clause.marker === 'to'),
    )
  if (!place) return null
  const { clause } = place
  const predicate = clause.copular ? scene.phrase(clause.head) : clause.core
  return {
    rule: row.id,
    relation: row.relation,
    ...ends(row.bearer, predicate, scene.phrase(noun)),
    clause: clause.id,
    stated: true,
  }
}

function ofNoun(scene: Scene, row: DependencyNoun, noun: number): Tie | null {
  const said = bearerOf(scene, noun)
  const other = said && otherEnd(scene, row, noun)
  if (!said || !other) return reversed(scene, row, noun)
  const { view } = said
  return {
    rule: view ? `${row.id}/${view.id}` : row.id,
    relation: row.relation,
    ...ends(row.bearer, said.words, other),
    clause: said.clause.id,
    stated: true,
    ...(view ? { certainty: view.certainty } : {}),
  }
}

/** Dependencies that a noun states of its bearer: "a requirement for", "an obstacle to", "a step toward". */
export function findByNoun(scene: Scene): Tie[] {
  return scene.tokens.flatMap((token) => {
    const row = token.upos === 'NOUN' ? scene.rows.nouns.get(lemma(scene, token.index)) : undefined
    return row ? (ofNoun(scene, row, token.index) ?? []) : []
  })
}
