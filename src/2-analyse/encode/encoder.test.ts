import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { score } from '../../../test/encoder-reference.ts'
import { loadEncoderModel } from '../../vocabulary/encoder-model.ts'
import { openData } from '../../vocabulary/source.ts'
import { encoderOf } from './encoder.ts'
import { SENTENCES } from './sentences.fixture.ts'
import { isTree } from './tree.ts'

const model = loadEncoderModel(openData())
const encoder = encoderOf(model)

/** What int16 values and the kernel's polynomials may change in a vector or a score of plain arithmetic. */
const TOLERANCE = 0.02

const best = (scores: Float64Array): number => scores.reduce((top, v) => Math.max(top, v), Number.NEGATIVE_INFINITY)

function furthest(found: Float32Array, wanted: readonly Float64Array[]): number {
  const width = wanted[0]!.length
  const count = found.length / wanted.length
  return wanted.reduce((top, row, w) => {
    for (let i = 0; i < Math.min(count, width); i++) top = Math.max(top, Math.abs(found[w * count + i]! - row[i]!))
    return top
  }, 0)
}

describe('the kernel', () => {
  const few = SENTENCES.slice(0, 6)
  const readings = encoder.read(few)

  it.each(few.map((words, s) => [words.join(' '), s] as const))('comes to what plain arithmetic does: %s', (_, s) => {
    const { tags, tree, names, vectors } = readings[s]!
    const wanted = score(model, encoder.piecewise(few[s]!))
    expect(furthest(vectors, wanted.vectors)).toBeLessThan(TOLERANCE)
    expect(furthest(names, wanted.names)).toBeLessThan(TOLERANCE)
    const greedyIsTree = isTree(wanted.arcs.map((scores) => scores.indexOf(best(scores))))
    const root = model.relations.indexOf('root')
    few[s]!.forEach((_, w) => {
      expect(wanted.tags[w]![tags[w]!]).toBeGreaterThan(best(wanted.tags[w]!) - TOLERANCE)
      const head = tree.heads[w]!
      if (greedyIsTree) expect(wanted.arcs[w]![head]).toBeGreaterThan(best(wanted.arcs[w]!) - TOLERANCE)
      const relations = wanted.relations(w, head)
      relations[root] = head === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
      expect(relations[tree.relations[w]!]).toBeGreaterThanOrEqual(best(relations) - TOLERANCE)
    })
  })
})

describe('a sentence', () => {
  it('reads the same to the bit in whatever company and order', () => {
    const alone = SENTENCES.map((words) => encoder.read([words])[0]!)
    fc.assert(
      fc.property(fc.array(fc.nat(SENTENCES.length - 1), { minLength: 1, maxLength: 24 }), (order) => {
        const together = encoder.read(order.map((s) => SENTENCES[s]!))
        order.forEach((s, k) => {
          expect(together[k]).toEqual(alone[s])
        })
      }),
      { seed: 5, numRuns: 12 },
    )
  })

  it('has an answer of every head for every word, however long it is', () => {
    const words = Array.from({ length: 700 }, (_, k) => (k % 90 === 0 ? ';' : k % 3 ? 'Ouagadougou' : 'talks'))
    const [reading] = encoder.read([words])
    expect(reading!.tags).toHaveLength(words.length)
    expect(reading!.names).toHaveLength(words.length * model.names.length)
    expect(reading!.vectors).toHaveLength(words.length * 384)
    expect(isTree(reading!.tree.heads)).toBe(true)
  })
})

describe('the vector of a word', () => {
  it('is nearer to that of a like word', () => {
    const cosine = (a: string, b: string): number => {
      const [x, y] = [encoder.wordVector(a), encoder.wordVector(b)]
      const dot = (p: Float32Array, q: Float32Array) => p.reduce((sum, v, i) => sum + v * q[i]!, 0)
      return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
    }
    expect(cosine('minister', 'president')).toBeGreaterThan(cosine('minister', 'river') + 0.1)
    expect(cosine('attack', 'attack')).toBeCloseTo(1)
  })
})
