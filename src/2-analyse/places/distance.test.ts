import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from './distance.ts'

describe('distance', () => {
  it('is right to a few percent', () => {
    const [paris, berlin] = [
      { lat: 48.857, lon: 2.352 },
      { lat: 52.52, lon: 13.405 },
    ]
    expect(distance(paris, berlin)).toBeGreaterThan(860)
    expect(distance(paris, berlin)).toBeLessThan(900)
  })
  it('goes the short way over the date line', () => {
    expect(distance({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.2, 5)
  })
  it('is the same both ways and never negative', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b)).toBeGreaterThanOrEqual(0)
      }),
      { seed: 5 },
    )
  })
})
