/** Pixels of a letter at the least that is safe, from a circle to its name, and of a line. */
const LETTER = 7
const GAP = 6
const LINE = 18

/** A circle and what it is called. */
export interface MapMark {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly name: string
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** On which side of each circle its name stands, clear of the other circles and of names before it; null: on neither. */
export function sidesOf(marks: readonly MapMark[], width: number): readonly ('left' | 'right' | null)[] {
  const circles = marks.map(({ x, y, radius: r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const names: Box[] = []
  return marks.map(({ x, y, radius, name }, at) => {
    const wide = name.length * LETTER
    const boxes = { right: x + radius + GAP, left: x - radius - GAP - wide }
    for (const side of ['right', 'left'] as const) {
      const box = { left: boxes[side], right: boxes[side] + wide, top: y - LINE / 2, bottom: y + LINE / 2 }
      if (box.left < 0 || box.right > width) continue
      if (names.some((other) => meet(box, other)) || circles.some((other, k) => k !== at && meet(box, other))) continue
      names.push(box)
      return side
    }
    return null
  })
}
