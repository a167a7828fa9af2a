import type { Token } from '../../model/analysis.ts'
import { baseRelation } from '../../model/tree.ts'
import type { Cues } from '../../vocabulary/cues.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'
import { headOf, tokenFrom } from './within.ts'

const COMPLEMENTS = new Set(['ccomp', 'xcomp', 'parataxis'])
const NOMINAL = new Set(['obl', 'advmod', 'nmod'])
const SUBJECT_WORDS = new Set(['compound', 'nmod'])

/** The verb right before the expression, or before its preposition. */
function verbBefore(tokens: readonly Token[], first: number): Token | undefined {
  const before = tokens[first - 1]
  const verb = before?.upos === 'ADP' && before.head >= first ? tokens[first - 2] : before
  return verb?.upos === 'VERB' ? verb : undefined
}

/** The clause that the verb brings and whose time the expression was taken for, or whose subject's first word. */
function bringsClause(tokens: readonly Token[], verb: Token, word: Token): boolean {
  const above = tokens[word.head]!
  const clause = above.deprel.startsWith('nsubj') && above.head > above.index ? tokens[above.head]! : above
  const fits = clause === above ? NOMINAL : SUBJECT_WORDS
  return (
    clause.index > word.index &&
    clause.head === verb.index &&
    COMPLEMENTS.has(baseRelation(clause)) &&
    fits.has(baseRelation(word))
  )
}

/** "Ordered the army last week to destroy them": the infinitive behind the time is what was ordered. */
function completeOrder(tokens: readonly Draft[], head: number, last: number, { verbs }: Pick<Cues, 'verbs'>): void {
  const verb = tokens[tokens[head]!.head]
  const to = tokens[last + 1]
  const done = to?.text === 'to' && to.deprel === 'mark' ? tokens[to.head] : undefined
  if (verb?.upos !== 'VERB' || verb.index > head || done?.deprel !== 'advcl' || done.head !== verb.index) return
  if (verbs.get(verb.lemma.toLowerCase())?.some(({ frame }) => frame === 'object-infinitive')) done.deprel = 'xcomp'
}

function hangReportedTimes({ tokens, times, vocabulary: { cues } }: RepairContext): void {
  let from = 0
  for (const { start, end } of times) {
    from = tokenFrom(tokens, from, start)
    const last = Math.min(tokenFrom(tokens, from, end - 1), tokens.length - 1)
    const head = headOf(tokens, from, last)
    if (head !== null) completeOrder(tokens, head, last, cues)
    const verb = verbBefore(tokens, from)
    if (head === null || !verb || tokens[head]!.head <= last || !bringsClause(tokens, verb, tokens[head]!)) continue
    tokens[head]!.head = verb.index
    if (baseRelation(tokens[head]!) !== 'compound') continue
    tokens[head]!.deprel = 'obl'
    if (verb.index === from - 2) tokens[from - 1]!.head = head
  }
}

export const reportedTimes: Repair = {
  id: 'reported-times',
  example: 'Arendia said last week it would withdraw. The army said on Monday troops would leave.',
  reason:
    'A time between a verb and the clause that it brings is the time of the verb, though the parse gives it to the clause.',
  repair: hangReportedTimes,
}
