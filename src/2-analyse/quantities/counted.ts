import type { Token } from '../../model/analysis.ts'
import type { Tree } from '../../model/tree.ts'

const isNoun = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN'
/** Ways in which a number hangs on what it counts. */
const COUNTS = /^(nummod|det|amod|compound|nmod|advmod|dep|flat)/

/** The token of a stretch whose head is outside it; the last one if there are several. */
export function headWord(tokens: readonly Token[], first: number, last: number): number {
  for (let index = last; index >= first; index--) {
    const { head, upos } = tokens[index]!
    if (upos !== 'PUNCT' && upos !== 'ADP' && (head < first || head > last)) return index
  }
  return last
}

/** The noun after "of" right behind a place, within its sentence: "thousands of Internal Security Forces". */
function nounAfterOf(tree: Tree, last: number): number | null {
  const { tokens } = tree
  const of = tokens[last + 1]
  if (of?.text.toLowerCase() !== 'of' || of.sentence !== tokens[last]!.sentence) return null
  const noun = tokens[of.head]
  return noun && noun.index > of.index && noun.sentence === of.sentence ? noun.index : null
}

/** "ISIS (Islamic State) fighters": a name whose full form follows in brackets goes on with its noun. */
function pastBrackets(tokens: readonly Token[], noun: number): number {
  if (tokens[noun + 1]?.text !== '(') return noun
  const most = Math.min(tokens.length, noun + 14)
  for (let index = noun + 2; index < most; index++)
    if (tokens[index]!.text === ')') return tokens[index + 1]?.upos === 'NOUN' ? index + 1 : noun
  return noun
}

/** The noun that is counted: what the number hangs on, or what follows "of"; null for a number on its own. */
export function countedNoun(tree: Tree, first: number, last: number, withUnit: boolean): number | null {
  const { tokens } = tree
  const head = tokens[headWord(tokens, first, last)]!
  const of = nounAfterOf(tree, last)
  if (of !== null) return pastBrackets(tokens, of)
  const over = tokens[head.head]
  const outside = over !== undefined && (over.index < first || over.index > last)
  if (outside && over.index > last && isNoun(over) && COUNTS.test(head.deprel)) return over.index
  if (outside && over.index > last && over.upos === 'ADJ' && head.deprel === 'nummod') return over.index
  return withUnit ? moneyFor(tree, last) : null
}

/** Nouns of phrases that say nothing of what is counted. */
const EMPTY = new Set([
  'addition',
  'total',
  'return',
  'all',
  'order',
  'cash',
  'fact',
  'part',
  'exchange',
  'year',
  'size',
  'length',
  'value',
])

/** "$3 billion in aid": what the measure is of. */
function moneyFor({ tokens }: Tree, last: number): number | null {
  const preposition = tokens[last + 1]
  if (preposition?.text.toLowerCase() !== 'in') return null
  const noun = tokens[preposition.head]
  const near = noun && noun.index > preposition.index && noun.index - preposition.index <= 3
  return near && noun.upos === 'NOUN' && !EMPTY.has(noun.lemma) ? noun.index : null
}

/** The counted noun with the nouns compounded with it before: "fighters", "Internal Security Forces". */
export function measureOf(tree: Tree, counted: number, last: number): string {
  const { tokens } = tree
  let first = counted
  while (first - 1 > last && belongs(tokens[first - 1]!, tokens[first]!)) first--
  const words = tokens.slice(first, counted + 1)
  return words.map(({ text }) => text).join(' ')
}

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text)

/** Compounds, and further capitalised words of a name. */
function belongs(token: Token, after: Token): boolean {
  if (/^(compound|flat)/.test(token.deprel)) return true
  return isCapital(token) && isCapital(after) && token.deprel !== 'case' && token.upos !== 'NUM'
}
