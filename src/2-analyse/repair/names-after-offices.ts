import type { Entity, Token } from '../../model/analysis.ts'
import { inOrder, type Repair, type RepairContext } from './repair.ts'

/** A name of a person has so many words. */
const LONGEST = 5
const FEWEST = 2
const CAPITAL = /^\p{Lu}/u

/** Last token of the run of capitalised names that no entity claims and that begins here; -1 if there is none. */
function runFrom(tokens: readonly Token[], claimed: Uint8Array, first: number): number {
  let at = first
  while (
    at - first < LONGEST &&
    tokens[at]?.upos === 'PROPN' &&
    tokens[at]!.sentence === tokens[first]!.sentence &&
    claimed[at] === 0 &&
    CAPITAL.test(tokens[at]!.text)
  )
    at++
  const owns = tokens[at]?.xpos === 'POS' || (claimed[at] === 1 && tokens[at]?.sentence === tokens[first]!.sentence)
  return at - first < FEWEST || at - first === LONGEST || owns ? -1 : at - 1
}

function addNames(context: RepairContext): void {
  const { parsed: tokens, entities } = context
  const { offices } = context.vocabulary.reference
  const claimed = new Uint8Array(tokens.length)
  for (const { first, last } of entities) claimed.fill(1, first, last + 1)
  const found: Entity[] = []
  for (const { index, lemma, xpos, sentence } of tokens) {
    if (xpos !== 'NN' || !offices.has(lemma.toLowerCase()) || tokens[index + 1]?.sentence !== sentence) continue
    const first = index + 1
    const last = runFrom(tokens, claimed, first)
    if (last < 0) continue
    found.push({ type: 'person', first, last, start: tokens[first]!.start, end: tokens[last]!.end })
  }
  context.entities = inOrder([...entities, ...found])
}

export const namesAfterOffices: Repair = {
  id: 'names-after-offices',
  example: 'Council head Syed Ramin said so.',
  reason: 'Capitalised names right behind an office in small letters are the name of its holder, known or not.',
  repair: addNames,
}
