import type { Draft, Repair, RepairContext } from './repair.ts'

const WORDS = new Set(['provided', 'providing'])
const HANGING = new Set(['xcomp', 'advcl', 'acl', 'conj', 'dep'])

const verbAbove = (tokens: readonly Draft[], from: Draft): Draft | undefined => {
  let at = tokens[from.head]
  for (let steps = 0; at && at.upos !== 'VERB' && steps < 8; steps++) at = tokens[at.head]
  return at
}

/** The clause that "provided" opens: its own, or the next one beside it. */
const opened = (tokens: readonly Draft[], word: Draft): Draft | undefined =>
  tokens
    .slice(word.index + 1, word.index + 40)
    .find(({ deprel, head }) => deprel === 'ccomp' && (head === word.index || head === word.head))

/** What was taken for the parts of a verb hangs on the verb above: "as early as January provided that". */
function handUp(among: readonly Draft[], word: Draft, above: Draft, next: Draft): void {
  const own = among.filter((token) => token.head === word.index && token !== next)
  const subject = own.find(({ deprel }) => deprel.startsWith('nsubj'))
  for (const token of own) {
    if (token === subject) Object.assign(token, { head: above.index, deprel: 'obl' })
    else if (token.deprel === 'mark' && subject) Object.assign(token, { head: subject.index, deprel: 'case' })
    else token.head = above.index
  }
}

function readAsConditions({ tokens }: RepairContext): void {
  for (const word of tokens) {
    if (!WORDS.has(word.text.toLowerCase()) || !HANGING.has(word.deprel) || !/^VB[DGN]$/.test(word.xpos)) continue
    const above = verbAbove(tokens, word)
    const clause = opened(tokens, word)
    if (!above || !clause || above.index > word.index) continue
    const next = tokens[word.index + 1]!
    handUp(tokens.slice(above.index + 1, clause.index), word, above, next)
    Object.assign(clause, { head: above.index, deprel: 'advcl' })
    Object.assign(word, { upos: 'SCONJ', xpos: 'IN', head: clause.index, deprel: 'mark' })
    if (next.text.toLowerCase() === 'that') Object.assign(next, { head: word.index, deprel: 'fixed' })
  }
}

export const conditions: Repair = {
  id: 'conditions',
  example: 'Aid will resume provided that the audit is done.',
  reason: '"Provided" opens a condition, though it was taken for a verb.',
  repair: readAsConditions,
}
