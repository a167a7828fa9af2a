/** Sources are told apart by shape: corners as shares of the radius; none: a circle. */
const SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.2],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  [
    [0, -1.3],
    [1.1, 0],
    [0, 1.3],
    [-1.1, 0],
  ],
  [
    [-1.1, -0.8],
    [1.1, -0.8],
    [0, 1.2],
  ],
  [
    [-0.4, -1.2],
    [0.4, -1.2],
    [0.4, -0.4],
    [1.2, -0.4],
    [1.2, 0.4],
    [0.4, 0.4],
    [0.4, 1.2],
    [-0.4, 1.2],
    [-0.4, 0.4],
    [-1.2, 0.4],
    [-1.2, -0.4],
    [-0.4, -0.4],
  ],
]

/** The shape of the nth source of a series; there are six, and labels beside the marks for those that come after. */
export const shapeOf = (source: number) => SHAPES[source % SHAPES.length]!

interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  closePath(): void
}

/** A symbol as Plot draws it: `size` is an area. */
export const symbolOf = (source: number) => ({
  draw(pen: Pen, size: number): void {
    const radius = Math.sqrt(size / Math.PI)
    const corners = shapeOf(source)
    if (corners.length === 0) {
      pen.moveTo(radius, 0)
      pen.arc(0, 0, radius, 0, 2 * Math.PI)
    }
    corners.forEach(([x, y], k) => {
      if (k === 0) pen.moveTo(x * radius, y * radius)
      else pen.lineTo(x * radius, y * radius)
    })
    pen.closePath()
  },
})

/** The same shape, small, before the name of a source. */
export function Shape({ source, hollow = false }: { readonly source: number; readonly hollow?: boolean }) {
  const corners = shapeOf(source)
  const look = { fill: hollow ? 'none' : 'var(--estimate)', stroke: 'var(--estimate)', strokeWidth: 1.5 }
  return (
    <svg aria-hidden="true" width="14" height="14" viewBox="-7 -7 14 14" className="mr-2 inline-block align-[-2px]">
      {corners.length === 0 ? (
        <circle r="4.5" {...look} />
      ) : (
        <polygon points={corners.map(([x, y]) => `${x * 4.5},${y * 4.5}`).join(' ')} {...look} />
      )}
    </svg>
  )
}
