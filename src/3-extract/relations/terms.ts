import type { Term } from '../../vocabulary/relations.ts'
import type { Scene } from './scene.ts'

/** A relational noun or title where it stands in the text. `head` is the token that the rest of the sentence hangs it on. */
export interface Occurrence {
  readonly term: Term
  readonly first: number
  readonly last: number
  readonly head: number
}

const isHyphen = (text: string): boolean => text === '-' || text === '–'

/** The token after the term's last word when it begins at `first`; hyphens between its words do not count. */
function matchEnd(scene: Scene, words: readonly string[], first: number, limit: number): number {
  let at = first
  let word = 0
  while (word < words.length) {
    if (word > 0) while (at <= limit && isHyphen(scene.tokens[at]!.text)) at++
    if (at > limit) return -1
    const { text, lemma } = scene.tokens[at]!
    const lower = text.toLowerCase()
    if (lower === words[word] || (word === words.length - 1 && lemma.toLowerCase() === words[word])) word++
    else {
      const parts = lower.split('-')
      if (parts.length < 2 || parts.some((part, k) => part !== words[word + k])) return -1
      word += parts.length
    }
    at++
  }
  return at - 1
}

/** The last word of the term that hangs on something outside it. */
function headOf(scene: Scene, first: number, last: number): number {
  for (let at = last; at >= first; at--) {
    const { head } = scene.tokens[at]!
    if (head < first || head > last) return at
  }
  return last
}

const isNominal = (upos: string): boolean => upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'X'

/** Is the token part of the proper name of a body or place ("Federal Reserve Chair" stays a title, "Head of State Party" does not)? */
const insideName = (scene: Scene, first: number, last: number): boolean => {
  const name = scene.nameAt(first)
  return name !== null && name.type !== 'person' && (name.first < first || name.last > last)
}

/** The terms of the document in text order. A shorter term inside a longer one ("minister" of "prime minister") is not one. */
export function findTerms(scene: Scene): Occurrence[] {
  const found: Occurrence[] = []
  let longest = { first: -1, last: -1 }
  for (const token of scene.tokens) {
    const rows = scene.rows.terms.get(token.text.toLowerCase()) ?? scene.rows.terms.get(token.lemma.toLowerCase())
    const hyphened = rows ?? scene.rows.terms.get(token.text.toLowerCase().split('-')[0]!)
    if (!hyphened || !isNominal(token.upos)) continue
    const { last: limit } = scene.bounds(token.index)
    for (const term of hyphened) {
      const last = matchEnd(scene, term.words, token.index, limit)
      const covered = longest.last >= token.index && (longest.first < token.index || longest.last > last)
      if (last < 0 || covered || insideName(scene, token.index, last)) continue
      longest = { first: token.index, last }
      found.push({ term, first: token.index, last, head: headOf(scene, token.index, last) })
    }
  }
  return found
}
