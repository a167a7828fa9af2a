import { describe, expect, it } from 'vitest'
import { score } from '../../../test/parser-reference.ts'
import { loadParserModel } from '../../vocabulary/parser-model.ts'
import { openData } from '../../vocabulary/source.ts'
import { parserOf } from './parser.ts'
import { rowsOf } from './rows.ts'
import { SENTENCES } from './sentences.fixture.ts'
import { isTree } from './tree.ts'

const model = loadParserModel(openData())
/** What int16 activations and the kernel's tanh may change in a score. */
const TOLERANCE = 0.02

const best = (scores: Float64Array): number => scores.reduce((top, v) => Math.max(top, v), Number.NEGATIVE_INFINITY)

describe('the kernel', () => {
  const readings = parserOf(model).parse(SENTENCES)

  it.each(SENTENCES.map((words, s) => [words.join(' '), s] as const))(
    'decides as plain arithmetic does: %s',
    (_, s) => {
      const { tags, heads, relations } = readings[s]!
      const reference = score(
        model,
        SENTENCES[s]!.map((word) => rowsOf(model, word)),
      )
      const greedyIsTree = isTree(reference.arcs.map((scores) => scores.indexOf(best(scores))))
      const root = model.relations.indexOf('root')
      SENTENCES[s]!.forEach((_, t) => {
        const tagScores = reference.tags[t]!
        expect(tagScores[tags[t]!]).toBeGreaterThan(best(tagScores) - TOLERANCE)
        if (greedyIsTree) expect(reference.arcs[t]![heads[t]!]).toBeGreaterThan(best(reference.arcs[t]!) - TOLERANCE)
        const labels = reference.labels(t, heads[t]!)
        labels[root] = heads[t] === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
        expect(labels[relations[t]!]).toBeGreaterThanOrEqual(best(labels) - TOLERANCE)
      })
    },
  )
})
