import { describe, expect, it } from 'vitest'
import { sidesOf } from '../../web/src/views/map/names.ts'

const spot = (name: string, x: number, y: number) => ({ x, y, radius: 12, name })

describe('names on the map', () => {
  it('stand at the right of their circle, else at its left', () =>
    expect(sidesOf([spot('Geneva', 200, 100), spot('Orsk', 390, 50)], 400)).toEqual(['right', 'left']))

  it('lie on no circle and on no other name', () => {
    const geneva = spot('Geneva', 100, 100)
    const vienna = spot('Vienna', 150, 96)
    expect(sidesOf([geneva, vienna], 400)).toEqual(['left', 'right'])
    expect(sidesOf([geneva, vienna, spot('Bern', 60, 104)], 400)[0]).toBeNull()
  })
})
