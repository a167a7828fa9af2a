import type { Sentence, Token } from '../../model/analysis.ts'

/**
 * Tokens of a text written for a test: "The envoys will/MD meet/VB on Friday." A word carries its Penn tag after a
 * slash (and its lemma after "="); what hangs on what is simplified: every word hangs on the nearest verb before it, else on the first one.
 */
export interface TaggedText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

const WORD =
  /(?:[A-Z][a-z]{1,3}\.(?=\s\d))|(?:[A-Za-z]\.){2,}|\d{4}-\d\d-\d\d|\d[\d,.:/]*\d|\d+|'s\b|[\p{L}\p{M}]+(?:'clock)?|[^\s]/gu
const TAG = /\/([A-Z$]{2,5})(?:=(\w+))?(?!\w)/g
const PREPOSITIONS = new Set(
  'in on at of for by from to with after before since until over about around between through during'.split(' '),
)
const DETERMINERS = new Set('the a an this that these those its their some'.split(' '))
const ADVERBS = new Set('over about around nearly almost now recently daily'.split(' '))

function uposOf(word: string, tag: string | undefined, initial: boolean): string {
  const lower = word.toLowerCase()
  if (tag === 'MD') return 'AUX'
  if (tag?.startsWith('VB')) return 'VERB'
  if (/^\d/.test(word)) return 'NUM'
  if (!/^[\p{L}']/u.test(word)) return 'PUNCT'
  if (ADVERBS.has(lower)) return 'ADV'
  if (PREPOSITIONS.has(lower)) return 'ADP'
  if (DETERMINERS.has(lower)) return 'DET'
  return /^\p{Lu}/u.test(word) && !initial ? 'PROPN' : 'NOUN'
}

export function tagged(written: string): TaggedText {
  const tags = new Map<number, Tag>()
  let text = ''
  let from = 0
  for (const match of written.matchAll(TAG)) {
    text += written.slice(from, match.index)
    tags.set(text.length, { tag: match[1]!, lemma: match[2] })
    from = match.index + match[0].length
  }
  text += written.slice(from)
  const words = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  return { text, ...sentencesOf(words, tags) }
}

interface Tag {
  readonly tag: string
  readonly lemma: string | undefined
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

function sentencesOf(words: readonly Word[], tags: ReadonlyMap<number, Tag>): Pick<TaggedText, 'tokens' | 'sentences'> {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let first = 0
  words.forEach((word, index) => {
    const ends = index === words.length - 1 || (/^[.!?]$/.test(word.text) && /^\p{Lu}/u.test(words[index + 1]!.text))
    if (!ends) return
    const part = words.slice(first, index + 1)
    sentences.push({ index: sentences.length, paragraph: 0, start: part[0]!.start, end: word.end, first, last: index })
    tokens.push(...tokensOf(part, first, sentences.length - 1, tags))
    first = index + 1
  })
  return { tokens, sentences }
}

function tokensOf(words: readonly Word[], first: number, sentence: number, tags: ReadonlyMap<number, Tag>): Token[] {
  const isVerb = (word: Word) => tags.get(word.end)?.tag.startsWith('VB') ?? false
  const root = words.findIndex(isVerb)
  const verbs = words.flatMap((word, index) => (isVerb(word) ? index : []))
  let passed = 0
  return words.map((word, index) => {
    while (verbs[passed]! < index) passed++
    const { tag, lemma } = tags.get(word.end) ?? {}
    const helps = tag === 'MD' || tag === 'TO'
    const over = helps ? verbs[passed]! : isVerb(word) ? (index === root ? -1 : root) : (verbs[passed - 1] ?? root)
    return {
      ...word,
      index: first + index,
      sentence,
      lemma: lemma ?? word.text.toLowerCase(),
      upos: uposOf(word.text, tag, index === 0),
      xpos: tag ?? (/^\d/.test(word.text) ? 'CD' : 'NN'),
      head: over < 0 ? -1 : first + over,
      deprel: over < 0 ? 'root' : helps ? (tag === 'MD' ? 'aux' : 'mark') : isVerb(word) ? 'conj' : 'obl',
    }
  })
}
