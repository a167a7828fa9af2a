import { describe, expect, it } from 'vitest'
import { loadNamesModel } from './names-model.ts'
import { openData } from './source.ts'

describe('loadNamesModel', () => {
  it('refuses a file that is no model', () => {
    const source = { ...openData(), bytes: () => new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]) }
    expect(() => loadNamesModel(source)).toThrow(/names model/)
  })
  it('reads the model whatever the alignment of its bytes', () => {
    const bytes = openData().bytes('models/names.bin')
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    const model = loadNamesModel({ ...openData(), bytes: () => shifted.subarray(1) })
    expect(model.weights.labels).toContain('U-nationality')
    expect(model.weights.entries).toEqual(loadNamesModel(openData()).weights.entries)
    expect(bytes.length).toBeLessThan(4_000_000)
  })
})
