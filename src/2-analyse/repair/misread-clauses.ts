import { baseRelation } from '../../model/tree.ts'
import type { Events } from '../../vocabulary/events.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'

/** These open a phrase of time as well as a clause. */
const OPENERS = new Set(['until', 'till', 'before', 'after', 'since'])
const PHRASES = new Set(['obl', 'nmod'])

/** The verb that was taken for a part of its object's name, right behind the plural that is its subject. */
function isMisread(tokens: readonly Draft[], verb: Draft, { frames }: Pick<Events, 'frames'>): boolean {
  const [subject, object] = [tokens[verb.index - 1], tokens[verb.head]]
  if (verb.deprel !== 'compound' || !/^(NN|VBP)$/.test(verb.xpos) || subject?.xpos !== 'NNS' || !object) return false
  const apart = subject.head === verb.index || (subject.head === object.head && PHRASES.has(baseRelation(subject)))
  const fits = apart && object.index > verb.index && PHRASES.has(baseRelation(object))
  return fits && frames.byPredicate.has(`verb:${verb.lemma.toLowerCase()}`)
}

function readAsClauses({ tokens, vocabulary: { events } }: RepairContext): void {
  const openers = tokens.filter(({ deprel, text }) => deprel === 'case' && OPENERS.has(text.toLowerCase()))
  const openerOf = new Map(openers.map((opener) => [opener.head, opener]))
  for (const verb of tokens) {
    if (!isMisread(tokens, verb, events)) continue
    const [subject, object] = [tokens[verb.index - 1]!, tokens[verb.head]!]
    const opener = openerOf.get(subject.index) ?? openerOf.get(object.index)
    if (!opener || opener.index > subject.index) continue
    Object.assign(verb, { upos: 'VERB', xpos: 'VBP', head: object.head, deprel: 'advcl' })
    Object.assign(subject, { head: verb.index, deprel: 'nsubj' })
    Object.assign(opener, { upos: 'SCONJ', head: verb.index, deprel: 'mark' })
    Object.assign(object, { head: verb.index, deprel: 'obj' })
  }
}

export const misreadClauses: Repair = {
  id: 'misread-clauses',
  example: 'The truce waits until the two sides exchange prisoners.',
  reason:
    'Two phrases side by side under one "until" are a clause; its verb is between a plural and its object and was taken for a noun.',
  repair: readAsClauses,
}
