import { baseRelation } from '../../model/tree.ts'
import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

/** What is due of events and people. The tagger takes these for nouns, behind which "due to" would tell a cause. */
const COMING = new Set(
  'begin start resume open close end finish land sail vote meet speak visit return retire testify pass arrive'.split(
    ' ',
  ),
)
const INFINITIVES = new Set(['advcl', 'xcomp', 'ccomp'])

const isInfinitive = ({ xpos, upos, lemma }: Draft): boolean =>
  xpos === 'VB' || xpos === 'VBN' || (upos === 'NOUN' && xpos === 'NN' && COMING.has(lemma.toLowerCase()))

/** The verb that "due" was hung on takes its subject and copula from before "due", which it is the complement of. */
function raise(due: Draft, verb: Draft, own: readonly Draft[]): void {
  Object.assign(due, { head: verb.head, deprel: verb.deprel })
  for (const token of own) {
    const closes = token.deprel === 'punct' && token.index > verb.index
    if (token.index < due.index || closes) token.head = due.index
  }
  for (const token of own) if (baseRelation(token) === 'nsubj') token.deprel = 'nsubj'
  verb.head = due.index
}

/** Of a noun that is a verb the phrases behind it are its own. */
const ofVerb = (relation: string): string => relation.replace(/^nmod/, 'obl')

function partDueTo(context: RepairContext): void {
  const { tokens } = context
  const dues = tokens.filter(({ lemma, text }) => lemma === 'due' && text.toLowerCase() === 'due')
  if (dues.length === 0) return
  const { children } = treeOf(context)
  for (const due of dues) {
    const to = tokens[due.index + 1]
    if (to?.text.toLowerCase() !== 'to' || (to.head !== due.index && to.deprel !== 'mark')) continue
    const below = children(due.index).map((c) => tokens[c]!)
    const infinitive = below.find(({ deprel, index }) => index > to.index && INFINITIVES.has(deprel))
    const raised = tokens[due.head]
    const verb = infinitive ?? (raised && raised.index > to.index ? raised : undefined)
    if (!verb || !isInfinitive(verb)) continue
    const own = children(verb.index).map((c) => tokens[c]!)
    const be = [...own, ...below].some(({ index, lemma }) => index < due.index && lemma === 'be')
    const bare = verb.xpos !== 'NN' || own.every(({ index }) => index <= to.index || index > verb.index)
    if (!be || !bare) continue
    for (const token of own) if (token.index > verb.index) token.deprel = ofVerb(token.deprel)
    if (verb !== infinitive) raise(due, verb, own)
    else for (const token of own) if (token.index < due.index) token.head = due.index
    for (const token of [...own, ...below]) if (token.lemma === 'be' && token.index < due.index) token.deprel = 'cop'
    Object.assign(due, { upos: 'ADJ', xpos: 'JJ' })
    Object.assign(to, { upos: 'PART', xpos: 'TO', head: verb.index, deprel: 'mark' })
    Object.assign(verb, { upos: 'VERB', xpos: verb.xpos === 'NN' ? 'VB' : verb.xpos, deprel: 'xcomp' })
  }
}

export const dueTo: Repair = {
  id: 'due-to',
  example: 'The ministers are due to meet. The trial was due to begin on Monday.',
  reason: 'Before an infinitive, "to" opens what is due and makes no preposition with "due", which is the predicate.',
  repair: partDueTo,
}
