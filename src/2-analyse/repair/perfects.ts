import type { Draft, Repair, RepairContext } from './repair.ts'

const BETWEEN = new Set(['ADV', 'PART'])
const COMPLEMENTS = new Set(['xcomp', 'ccomp'])

/** The form of "have" before a participle with nothing but adverbs between. */
function haveBefore(tokens: readonly Draft[], participle: Draft): Draft | undefined {
  let at = participle.index - 1
  while (at >= 0 && BETWEEN.has(tokens[at]!.upos)) at--
  const have = tokens[at]
  return have?.lemma.toLowerCase() === 'have' && participle.head === have.index ? have : undefined
}

function joinPerfects({ tokens }: RepairContext): void {
  const moved = new Map<number, number>()
  for (const participle of tokens) {
    if (participle.xpos !== 'VBN' || !COMPLEMENTS.has(participle.deprel)) continue
    const have = haveBefore(tokens, participle)
    if (!have) continue
    Object.assign(participle, { head: have.head, deprel: have.deprel })
    Object.assign(have, { upos: 'AUX', head: participle.index, deprel: 'aux' })
    moved.set(have.index, participle.index)
  }
  if (moved.size === 0) return
  for (const token of tokens) {
    const verb = moved.get(token.head)
    if (verb !== undefined && verb !== token.index) token.head = verb
  }
}

export const perfects: Repair = {
  id: 'perfects',
  example: 'The general said that the gunmen had used mortars.',
  reason: 'If nothing is had, "had" only helps its participle.',
  repair: joinPerfects,
}
