import type { Draft } from './draft.ts'

const COUNTS = new Set(['number', 'toll', 'total', 'count', 'figure', 'hundreds', 'thousands', 'dozens', 'scores'])

/** "Put the number of displaced at 5,000": after a word for a number "of displaced" names those who are. */
export function readAsThose(tokens: readonly Draft[]): void {
  for (const of of tokens) {
    if (of.text.toLowerCase() !== 'of' || of.deprel !== 'case') continue
    const those = tokens[of.head]
    const number = those && tokens[those.head]
    if (those?.index !== of.index + 1 || those.xpos !== 'VBN' || !/^(acl|nmod)/.test(those.deprel) || !number) continue
    if (!COUNTS.has(number.text.toLowerCase())) continue
    for (const own of tokens.slice(those.index + 1, those.index + 12))
      if (own.head === those.index && own.deprel === 'obl' && number.head >= 0) own.head = number.head
    Object.assign(those, { upos: 'NOUN', xpos: 'NNS', deprel: 'nmod' })
  }
}
