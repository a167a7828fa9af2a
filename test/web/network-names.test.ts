import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeNames } from '../../web/src/views/network/names.ts'

const SHEET = { width: 600, height: 400 }
const mark = (text: string, x: number, y: number) => ({ text, x, y, size: 8, width: text.length * 7 })

describe('names in the network', () => {
  it('stand at the right of their mark, else at its left', () => {
    const [first, second] = [mark('Velmar', 300, 200), mark('Orsk', 590, 100)]
    expect(placeNames([first, second], [first, second], SHEET)).toEqual([
      { text: 'Velmar', x: 312, y: 204 },
      { text: 'Orsk', x: 550, y: 104 },
    ])
  })

  it('give way to those before them: left out where there is no room', () => {
    const near = [mark('Highland Guard', 300, 200), mark('Velmari army', 302, 200), mark('Cassia', 304, 201)]
    const crowd = Array.from({ length: 40 }, (_, k) => mark('Joint Coalition', 290 + (k % 8) * 4, 190 + k))
    const placed = placeNames([...near, ...crowd], [...near, ...crowd], SHEET).map(({ text }) => text)
    expect(placed[0]).toBe('Highland Guard')
    expect(placed.length).toBeLessThan(20)
  })

  it('never lie on another name, nor but for the first on a mark, and stay on the sheet', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const marks = points.map(({ x, y }, k) => mark(`Name ${k}`, x, y))
        const boxes = placeNames(marks, marks, SHEET).map(({ text, x, y }) => {
          const rank = marks.findIndex((one) => one.text === text)
          return { rank, box: { left: x, right: x + marks[rank]!.width, top: y - 12, bottom: y + 4 } }
        })
        const rounds = marks.map(({ x, y, size }) => ({
          left: x - size,
          right: x + size,
          top: y - size,
          bottom: y + size,
        }))
        for (const [k, { rank, box: a }] of boxes.entries()) {
          expect(a.left >= 0 && a.right <= 600 && a.top >= 0 && a.bottom <= 400).toBe(true)
          for (const b of [...boxes.slice(k + 1).map(({ box }) => box), ...(rank < 12 ? [] : rounds)])
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
        }
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
