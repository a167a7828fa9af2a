import { baseRelation } from '../../model/tree.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'
import { headOf, tokenFrom } from './within.ts'

/** Prepositions of when something happens. */
const WHEN = new Set(['on', 'in', 'at', 'during', 'since', 'by'])
const INSIDE = new Set(['compound', 'nummod', 'nmod', 'amod', 'flat'])

/** The preposition right before the expression, if only a mark or "and" is before it in its clause. */
function openerOf(tokens: readonly Draft[], first: number): Draft | undefined {
  const opener = tokens[first - 1]
  if (!opener || opener.sentence !== tokens[first]!.sentence || !WHEN.has(opener.text.toLowerCase())) return undefined
  const before = tokens[first - 2]
  const opens = before?.sentence !== opener.sentence || /^(PUNCT|CCONJ|SCONJ)$/.test(before.upos)
  return opens ? opener : undefined
}

const has = (tokens: readonly Draft[], children: readonly number[], relation: string): boolean =>
  children.some((child) => tokens[child]!.deprel === relation)

/** The verb of which the noun is the subject, or would be without the preposition; null where it has another. */
function verbOf(tokens: readonly Draft[], noun: Draft, children: (token: number) => readonly number[]): Draft | null {
  const verb = tokens[noun.head]
  if (verb?.upos !== 'VERB' || verb.index < noun.index) return null
  const relation = baseRelation(noun)
  const subjects = children(verb.index).filter((child) => /^[nc]subj/.test(tokens[child]!.deprel))
  const alone = subjects.every((child) => child === noun.index)
  return alone && (relation === 'nsubj' || relation === 'obl') ? verb : null
}

function partLeadingTimes({ tokens, times }: RepairContext): void {
  const below = new Map<number, number[]>()
  for (const { head, index } of tokens) below.set(head, [...(below.get(head) ?? []), index])
  const children = (token: number): readonly number[] => below.get(token) ?? []
  let from = 0
  for (const { start, end } of times) {
    from = tokenFrom(tokens, from, start)
    const last = Math.min(tokenFrom(tokens, from, end - 1), tokens.length - 1)
    const opener = openerOf(tokens, from)
    const head = headOf(tokens, from, last)
    if (!opener || head === null || tokens[head]!.head <= last || !INSIDE.has(baseRelation(tokens[head]!))) continue
    const noun = tokens[tokens[head]!.head]!
    const verb = verbOf(tokens, noun, children)
    const own =
      opener.head === noun.index || (opener.head >= from && opener.head <= last) || opener.head === verb?.index
    if (!verb || !own) continue
    for (let at = from; at <= last; at++)
      if (tokens[at]!.head === noun.index) Object.assign(tokens[at]!, { head: verb.index, deprel: 'obl' })
    Object.assign(opener, { upos: 'ADP', head, deprel: 'case' })
    if (baseRelation(noun) === 'obl')
      noun.deprel = has(tokens, children(verb.index), 'aux:pass') ? 'nsubj:pass' : 'nsubj'
  }
}

export const leadingTimes: Repair = {
  id: 'leading-times',
  example: 'On 3 November Arendian artillery shelled the village.',
  reason:
    "A time that opens the sentence is the verb's and no part of the phrase of the noun behind it, if only that noun can be the subject.",
  repair: partLeadingTimes,
}
