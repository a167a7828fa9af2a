import type { Argument, Clause } from '../../model/clause.ts'
import { cover, type Span } from '../../model/span.ts'
import type { Connective } from '../../vocabulary/dependencies.ts'
import { argumentsInPhrase } from '../frames/index.ts'
import type { Scene } from './scene.ts'
import { ends, governorWords, openedWords, type Tie, withMarkers, wordsOf } from './tie.ts'

/** What a connective opens: its words, and all that is cut out of the clause it hangs on. */
interface Opened {
  readonly words: Span
  readonly cut: Span
  readonly head: number
}

const lemma = (scene: Scene, token: number): string => scene.tokens[token]!.lemma.toLowerCase()

/** The words that open a phrase: "due to". */
function caseTokens(scene: Scene, head: number): readonly number[] {
  const opening = scene.children(head).filter((child) => scene.tokens[child]!.deprel === 'case')
  return opening.flatMap((token) => [
    token,
    ...scene.children(token).filter((each) => scene.tokens[each]!.deprel === 'fixed'),
  ])
}

/** Does the clause on which the connective hangs pass the row's tests? */
function governs({ clauses }: Scene, { governor }: Connective, clause: Clause): boolean {
  const named = clause.kind === 'noun' && !clause.copular ? governor.nouns : governor.verbs
  if ((governor.verbs || governor.nouns) && !named?.includes(clause.lemma)) return false
  if (governor.not?.includes(clause.lemma)) return false
  if (governor.deed && (clause.copular || clause.kind === 'adjective')) return false
  if (governor.negated && clause.negation.length === 0) return false
  return !governor.modal || modalsOf(clauses, clause).some((modal) => governor.modal!.includes(modal))
}

/** Its auxiliaries, and "have to" over it. */
function modalsOf(clauses: readonly Clause[], { auxiliaries, marker, parent }: Clause): readonly string[] {
  const over = marker === 'to' && parent !== null ? clauses[parent] : undefined
  return over?.lemma === 'have' ? [...auxiliaries, 'have to'] : auxiliaries
}

/** "Its attacks on Cassia", "alleged fraud": something done, not a time or a place. */
function isAct(scene: Scene, head: number): boolean {
  if (scene.clauseWith(head)) return true
  return scene.context.vocabulary.nounClasses.get('wrong')?.has(lemma(scene, head)) === true
}

function tie(scene: Scene, row: Connective, governor: Clause, { words, cut, head }: Opened): Tie | null {
  if (!governs(scene, row, governor) || (row.act && !isAct(scene, head))) return null
  const other = governorWords(scene, governor, cut)
  return { rule: row.id, relation: row.relation, ...ends(row.opens, words, other), clause: governor.id, stated: false }
}

/** The rows for a marker; the most specific governor first. */
function first(scene: Scene, rows: readonly Connective[] | undefined, governor: Clause, opened: Opened): Tie | null {
  const asked = ({ governor: { not: _not, ...tests } }: Connective): number => Object.keys(tests).length
  for (const row of [...(rows ?? [])].sort((a, b) => asked(b) - asked(a))) {
    const found = tie(scene, row, governor, opened)
    if (found) return found
  }
  return null
}

/** Two clauses that a subordinator joins. */
function ofClause(scene: Scene, clause: Clause): Tie | null {
  const parent = clause.parent === null ? undefined : scene.clauses[clause.parent]
  if (clause.marker === undefined || !parent || parent.sentence !== clause.sentence) return null
  const joined = scene.rows.markers.get(clause.marker)
  const noun = nounBefore(scene, clause, joined)
  const governor = noun ?? parent
  const link = noun ? 'complement' : clause.link
  const objects = parent.arguments.filter((argument) => argument.role === 'object' && argument.head < clause.head)
  const before =
    clause.markerTokens[0] === undefined || clause.markerTokens[0] === 0 ? '' : lemma(scene, clause.markerTokens[0] - 1)
  const rows = joined?.filter(
    (row) =>
      !row['of-subject'] &&
      row.link.some((each) => each === link) &&
      !row['not-after'].includes(before) &&
      !objects.some((object) => row['not-after'].includes(lemma(scene, object.head))) &&
      hangsOn(scene, row, clause, governor),
  )
  if (clause.marker === 'to' && (clause.passive || scene.tokens[clause.head]!.xpos !== 'VB')) return null
  const opened = {
    words: openedWords(scene, clause),
    cut: withMarkers(scene, clause.span, clause.markerTokens),
    head: clause.head,
  }
  return first(scene, rows, governor, opened)
}

/** "criticised the operation to free him": right after the noun of an act an infinitive is the noun's, whatever the parse. */
function nounBefore(scene: Scene, { markerTokens }: Clause, rows: readonly Connective[] | undefined): Clause | null {
  const clause = markerTokens[0] === undefined ? null : scene.clauseWith(markerTokens[0] - 1)
  if (clause?.kind !== 'noun' || clause.copular) return null
  return rows?.some((row) => !row['of-subject'] && row.governor.nouns?.includes(clause.lemma)) ? clause : null
}

/** A complement is its noun's own only where it hangs on it, or stands right behind it. */
function hangsOn(scene: Scene, row: Connective, clause: Clause, governor: Clause): boolean {
  if (row.governor.nouns === undefined) return true
  return scene.tokens[clause.head]!.head === governor.head || governor.head + 1 === clause.markerTokens[0]
}

/** "in exchange for ten prisoners": the phrase right behind the noun, whether it hangs on the noun or beside it on the verb. */
const rightBehind = (scene: Scene, clause: Clause, { head }: Argument): readonly Argument[] =>
  clause.arguments.filter((each) => each.role === 'oblique' && caseTokens(scene, each.head)[0] === head + 1)

/** "in response to the raid", "in a bid to stop": the end is what the phrase's noun opens. */
function inside(scene: Scene, over: Clause, argument: Argument): { readonly key: string; readonly opened: Opened }[] {
  const key = `${argument.preposition} ${lemma(scene, argument.head)}`
  const opening = caseTokens(scene, argument.head)
  const cut = withMarkers(scene, scene.phrase(argument.head), opening)
  const inner = [...argumentsInPhrase(scene.context.analysis, argument), ...rightBehind(scene, over, argument)]
  const nominal = inner
    .filter(({ preposition }) => preposition !== undefined)
    .map((each) => {
      const words = wordsOf(scene, each)
      return { key: `${key} ${each.preposition}`, opened: { words, cut: cover(cut, words), head: each.head } }
    })
  const clausal = scene.children(argument.head).flatMap((child) => {
    const clause = scene.clauseWith(child)
    if (!clause || clause.link === 'relative' || clause.marker === undefined) return []
    return [{ key: `${key} ${clause.marker}`, opened: { words: openedWords(scene, clause), cut, head: child } }]
  })
  return [...nominal, ...clausal]
}

/** "security reasons" say what the reason is, "this reason" does not. */
const isSpecific = (scene: Scene, head: number): boolean =>
  scene.children(head).some((child) => /^(amod|compound|nmod)/.test(scene.tokens[child]!.deprel))

/** A clause and a phrase that a preposition joins. */
function ofPhrase(scene: Scene, clause: Clause, argument: Argument): Tie | null {
  if (argument.role !== 'oblique' || argument.preposition === undefined || argument.implied) return null
  const words = wordsOf(scene, argument)
  const cut = withMarkers(scene, words, caseTokens(scene, argument.head))
  const opened = { words, cut, head: argument.head }
  const plain = first(scene, scene.rows.prepositions.get(argument.preposition), clause, opened)
  if (plain) return plain
  const whole = scene.rows.whole.get(`${argument.preposition} ${lemma(scene, argument.head)}`)
  const itself = isSpecific(scene, argument.head) ? first(scene, whole, clause, opened) : null
  if (itself) return itself
  for (const { key, opened: inner } of inside(scene, clause, argument)) {
    const found = first(scene, scene.rows.phrases.get(key), clause, inner)
    if (found) return found
  }
  return null
}

/** "The invasion was to stop the rebels": the infinitive is said of the act that is its subject. */
function ofSubject(scene: Scene, clause: Clause): Tie | null {
  const row = scene.rows.markers.get(clause.marker ?? '')?.find((each) => each['of-subject'])
  const subject = clause.arguments.find((argument) => argument.role === 'subject' && !argument.implied)
  if (!row || !subject || !row.link.some((link) => link === clause.link)) return null
  const copula = scene.children(clause.head).some((child) => scene.tokens[child]!.deprel === 'cop')
  if (!copula || !row.governor.nouns?.includes(lemma(scene, subject.head))) return null
  const sides = ends(row.opens, openedWords(scene, clause), scene.phrase(subject.head))
  return { rule: row.id, relation: row.relation, ...sides, clause: clause.id, stated: true }
}

/** "This is for security reasons", "the delay was due to the war": the phrase is said of the act that is its subject. */
function ofPredicate(scene: Scene, clause: Clause): Tie | null {
  const subject = clause.arguments.find((argument) => argument.role === 'subject')
  if (!clause.copular || !subject) return null
  const opening = caseTokens(scene, clause.head)
  const preposition = opening.map((token) => scene.tokens[token]!.text.toLowerCase()).join(' ')
  const itself =
    scene.rows.whole.get(`${preposition} ${lemma(scene, clause.head)}`) ?? scene.rows.prepositions.get(preposition)
  const row = itself?.find((each) => Object.keys(each.governor).length === 0)
  if (!row) return null
  const sides = ends(row.opens, scene.phrase(clause.head), wordsOf(scene, subject))
  return { rule: row.id, relation: row.relation, ...sides, clause: clause.id, stated: true }
}

/** Dependencies that a subordinator or a preposition states. */
export function findByConnective(scene: Scene): Tie[] {
  return scene.clauses.flatMap((clause) => [
    ...[ofClause(scene, clause), ofSubject(scene, clause), ofPredicate(scene, clause)].flatMap((found) => found ?? []),
    ...clause.arguments.flatMap((argument) => ofPhrase(scene, clause, argument) ?? []),
  ])
}
