import { describe, expect, it } from 'vitest'
import { FEATURES } from '../2-analyse/coreference/pairs.ts'
import { loadForest } from './forest.ts'
import { type DataSource, openData } from './source.ts'

const glance = { trees: 1, least: -100 }
/** Two trees: by the first input up to 3 or above, then by the second. */
const trees = [
  { nodes: [0, 3, -1, -2], leaves: [-200, 50] },
  { nodes: [1, 0, -1, 1, 0, 9, -2, -3], leaves: [1, 10, 100] },
]
const model = { features: ['first', 'second'], scale: 1, glance, trees }
const sourceOf = (content: unknown): DataSource => ({ ...openData(), rows: () => content })
const forestOf = (content: unknown) => loadForest(sourceOf(content))

describe('loadForest', () => {
  it('sums the leaves that the inputs lead to', () => {
    const forest = forestOf(model)
    expect(forest.score(Int32Array.of(4, 0))).toBe(51)
    expect(forest.score(Int32Array.of(9, 1))).toBe(60)
    expect(forest.score(Int32Array.of(10, 1))).toBe(150)
  })

  it('leaves it at the first trees where they find the pair hopeless', () => {
    expect(forestOf(model).score(Int32Array.of(3, 0))).toBe(-200)
  })

  it.each([
    ['another shape', { trees: [] }],
    ['an unknown input', { ...model, trees: [{ nodes: [2, 0, -1, -2], leaves: [1, 2] }] }],
    ['a leaf that is not there', { ...model, trees: [{ nodes: [0, 0, -1, -3], leaves: [1, 2] }] }],
    ['a node that leads back', { ...model, trees: [{ nodes: [0, 0, 0, -1], leaves: [1] }] }],
  ])('refuses %s', (_what, content) => {
    expect(() => forestOf(content)).toThrow(/data\/models\/coreference\.json/)
  })

  it('has the features that coreference fills', () => {
    expect(loadForest(openData()).features).toEqual([...FEATURES])
  })
})
