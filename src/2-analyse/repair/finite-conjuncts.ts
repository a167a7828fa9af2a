import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

const CLAUSES = new Set(['xcomp', 'ccomp', 'advcl', 'acl'])

const isPast = ({ xpos, text, lemma }: Draft): boolean =>
  /^VB[DN]$/.test(xpos) && text.toLowerCase() !== lemma.toLowerCase()

/** The first of the verbs that a conjunct is joined to. */
function firstOf(tokens: readonly Draft[], conjunct: Draft): Draft | undefined {
  let at = tokens[conjunct.head]
  for (let steps = 0; at && at.deprel === 'conj' && steps < 8; steps++) at = tokens[at.head]
  return at
}

/** "To set up a committee and condemned": a finite verb is no conjunct of an infinitive. */
const isInfinitive = ({ xpos }: Draft, own: readonly Draft[]): boolean =>
  xpos === 'VB' && own.some(({ deprel, text }) => deprel === 'mark' && text.toLowerCase() === 'to')

/** "Had fired on the town and blamed": a word of saying in another tense than the verb that it is put beside. */
const isOtherTense = (verb: Draft, own: readonly Draft[]): boolean =>
  verb.xpos === 'VBN' && own.some(({ deprel, lemma }) => deprel === 'aux' && lemma.toLowerCase() === 'have')

function hangFiniteConjuncts(context: RepairContext): void {
  const { tokens, vocabulary } = context
  const { verbs } = vocabulary.cues
  const seconds = tokens.filter((token) => token.deprel === 'conj' && isPast(token))
  if (seconds.length === 0) return
  const { children } = treeOf(context)
  for (const second of seconds) {
    const first = firstOf(tokens, second)
    const above = first && CLAUSES.has(first.deprel) ? tokens[first.head] : undefined
    if (first?.upos !== 'VERB' || above?.xpos !== 'VBD') continue
    const own = children(first.index).map((c) => tokens[c]!)
    const its = children(second.index).map((c) => tokens[c]!)
    const says = verbs.has(second.lemma.toLowerCase()) && !its.some(({ deprel }) => deprel.startsWith('nsubj'))
    const active = !its.some(({ deprel }) => deprel.startsWith('aux'))
    if (active && (isInfinitive(first, own) || (says && second.xpos === 'VBD' && isOtherTense(first, own))))
      Object.assign(second, { head: above.index, xpos: 'VBD' })
  }
}

export const finiteConjuncts: Repair = {
  id: 'finite-conjuncts',
  example:
    'They agreed to set up a committee and condemned the raid. It denied that it had fired and blamed the rebels.',
  reason:
    'The second verb has the tense of the verb above and is its conjunct; it is no part of what is agreed or denied.',
  repair: hangFiniteConjuncts,
}
