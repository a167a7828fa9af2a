/** A stretch of a line, in pixels of the text's own box. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Point {
  readonly x: number
  readonly y: number
}

const CORNER = 3
/** How far apart two ways keep that run beside each other. */
const LANE = 2.5
const LANES = 4
const AIR = 2

/** A way of straight lines with round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points
  const steps = rest.map((to, k) => {
    const from = points[k]!
    const next = points[k + 2]
    if (!next) return `L${to.x} ${to.y}`
    const back = Math.min(CORNER, Math.hypot(to.x - from.x, to.y - from.y) / 2)
    const on = Math.min(CORNER, Math.hypot(next.x - to.x, next.y - to.y) / 2)
    const before = toward(to, from, back)
    const after = toward(to, next, on)
    return `L${before.x} ${before.y}Q${to.x} ${to.y} ${after.x} ${after.y}`
  })
  return `M${first!.x} ${first!.y}${steps.join('')}`
}

function toward(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by }
}

const sameLine = (a: Box, b: Box): boolean => Math.abs(a.top - b.top) < Math.min(a.height, b.height) / 2
const entryOf = (box: Box): number => box.left + Math.min(box.width / 2, 24)
const exitOf = (box: Box): number => box.left + Math.min(box.width - 2, Math.min(box.width / 2, 24) + 8)

/**
 * Ways that lead from above the text through boxes of it. They run in the air between the lines, and down the margin where
 * the next box stands on another line, so that no word is crossed, however the lines break. `margin`: pixels left of the text.
 */
export function waysOf(boxes: readonly Box[], margin: number): readonly string[] {
  return boxes.map((box, k) => {
    const lane = AIR + LANE * (k % LANES)
    const before = boxes[k - 1]
    const x = entryOf(box)
    const end = [
      { x, y: box.top - lane },
      { x, y: box.top },
    ]
    const gutter = Math.max(2, margin - 6 - 4 * (k % LANES))
    if (!before) return rounded([{ x: gutter, y: 0 }, { x: gutter, y: box.top - lane }, ...end])
    const out = exitOf(before)
    const start = [
      { x: out, y: before.top },
      { x: out, y: before.top - lane },
    ]
    if (sameLine(before, box)) return rounded([...start, ...end])
    return rounded([...start, { x: gutter, y: before.top - lane }, { x: gutter, y: box.top - lane }, ...end])
  })
}

/** The point of the arrow on a box. */
export const arrowOn = (box: Box): string => {
  const x = entryOf(box)
  return `M${x - 3} ${box.top - 4}L${x} ${box.top}L${x + 3} ${box.top - 4}`
}
