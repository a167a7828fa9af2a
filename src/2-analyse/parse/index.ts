import type { Sentence, Token } from '../../model/analysis.ts'
import type { Document } from '../../model/document.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Parsed, RawSentence } from '../steps.ts'
import { lemmaOf, perfectLemma } from './lemma.ts'
import type { Reading } from './network.ts'
import { parserOf } from './parser.ts'
import { LONGEST_SENTENCE } from './pieces.ts'

/** Tags, lemmas, heads and relations for the tokens of a document. Sentences without tokens are left out. */
export function parse(document: Document, given: readonly RawSentence[], vocabulary: Vocabulary): Parsed {
  const raw = given.filter(({ tokens }) => tokens.length > 0)
  const texts = raw.map(({ tokens }) => tokens.map(({ start, end }) => document.text.slice(start, end)))
  const readings = parserOf(vocabulary.parser).parse(texts)
  const tokens: Token[] = []
  const sentences = raw.map(({ start, end, paragraph }, index): Sentence => {
    const first = tokens.length
    addTokens(tokens, raw[index]!, texts[index]!, readings[index]!, { vocabulary, sentence: index })
    return { index, paragraph, start, end, first, last: tokens.length - 1 }
  })
  return { document, tokens, sentences }
}

/** Sentences that were too long to be read as one; their pieces hang on the first one's root. */
export function cutSentences({ sentences }: Pick<Parsed, 'sentences'>): Sentence[] {
  return sentences.filter(({ first, last }) => last - first >= LONGEST_SENTENCE)
}

interface Place {
  readonly vocabulary: Vocabulary
  readonly sentence: number
}

function addTokens(
  to: Token[],
  { tokens }: RawSentence,
  texts: string[],
  reading: Reading,
  { vocabulary, sentence }: Place,
) {
  const { parser, lemmas } = vocabulary
  const rank = (word: string) => parser.glove.rows.get(word)
  const first = to.length
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i]!
    const [upos, xpos] = parser.tags[reading.tags[i]!]!
    const head = reading.heads[i]!
    const deprel = parser.relations[reading.relations[i]!]!
    const headTag = head === 0 ? undefined : parser.tags[reading.tags[head - 1]!]![1]
    const lemma =
      perfectLemma(texts[i]!, xpos, deprel, headTag) ??
      lemmaOf(lemmas, rank, texts[i]!, { upos, xpos, initial: i === 0 })
    to.push({
      start,
      end,
      index: first + i,
      sentence,
      text: texts[i]!,
      lemma,
      upos,
      xpos,
      head: head === 0 ? -1 : first + head - 1,
      deprel,
    })
  }
}
