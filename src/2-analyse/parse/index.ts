import type { Sentence, Token } from '../../model/analysis.ts'
import type { Document } from '../../model/document.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Parsed, RawSentence } from '../steps.ts'
import { lemmaOf } from './lemma.ts'
import { score } from './reference.ts'
import { rowsOf } from './rows.ts'

const best = (scores: Float64Array): number => scores.indexOf(Math.max(...scores))

export function parse(document: Document, given: readonly RawSentence[], vocabulary: Vocabulary): Parsed {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const model = vocabulary.parser
  for (const { start, end, paragraph, tokens: spans } of given) {
    if (spans.length === 0) continue
    const first = tokens.length
    const texts = spans.map((s) => document.text.slice(s.start, s.end))
    const scores = score(
      model,
      texts.map((t) => rowsOf(model, t)),
    )
    const heads = scores.arcs.map(best)
    spans.forEach((span, i) => {
      const [upos, xpos] = model.tags[best(scores.tags[i]!)]!
      tokens.push({
        ...span,
        index: first + i,
        sentence: sentences.length,
        text: texts[i]!,
        lemma: lemmaOf(vocabulary.lemmas, (word) => model.glove.rows.get(word), texts[i]!, {
          upos,
          xpos,
          initial: i === 0,
        }),
        upos,
        xpos,
        head: heads[i] === 0 ? -1 : first + heads[i]! - 1,
        deprel: model.relations[best(scores.labels(i, heads[i]!))]!,
      })
    })
    sentences.push({ index: sentences.length, paragraph, start, end, first, last: tokens.length - 1 })
  }
  return { document, tokens, sentences }
}
