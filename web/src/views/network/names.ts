/** A name that wants to stand beside its mark, in pixels. */
export interface Wanted {
  readonly text: string
  /** The middle of its mark, and the mark's radius. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly width: number
}

/** Where a name begins, and its base line. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const LINE = 16
const GAP = 4
/** From the middle of a line to its base line. */
const BASE = 4
/** The names of so many, who are first, are worth a mark that they hide. */
const FIRST = 12
/** Side of a square of the sheet under which what lies in it is kept. */
const SQUARE = 96

/** What is taken of a sheet, by its squares: of thousands of marks those nearby are looked at. */
class Room {
  readonly #squares = new Map<string, Box[]>()

  isFree(box: Box): boolean {
    return this.#under(box).every((square) => !square.some((other) => touch(box, other)))
  }

  take(box: Box): void {
    for (const square of this.#under(box)) square.push(box)
  }

  #under({ left, right, top, bottom }: Box): Box[][] {
    const found: Box[][] = []
    for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++)
      for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) {
        const key = `${x} ${y}`
        if (!this.#squares.has(key)) this.#squares.set(key, [])
        found.push(this.#squares.get(key)!)
      }
    return found
  }
}

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** At its right, its left, under and over it. */
function placesOf({ x, y, size, width }: Wanted): Box[] {
  const [far, high] = [size + GAP, size + GAP + LINE / 2]
  const at = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - LINE / 2,
    bottom: middle + LINE / 2,
  })
  return [at(x + far, y), at(x - far - width, y), at(x - width / 2, y + high), at(x - width / 2, y - high)]
}

/**
 * Names beside their marks, so that none lies on another, nor on a mark unless it is one of the first; those that come first
 * in the list have the choice, and one for which there is no room is left out until one looks closer.
 */
export function placeNames(
  names: readonly Wanted[],
  marks: readonly Pick<Wanted, 'x' | 'y' | 'size'>[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Placed[] {
  const [named, marked] = [new Room(), new Room()]
  for (const { x, y, size } of marks) marked.take({ left: x - size, right: x + size, top: y - size, bottom: y + size })
  const inside = ({ left, right, top, bottom }: Box): boolean =>
    left >= 0 && right <= width && top >= 0 && bottom <= height
  return names.flatMap((name, rank): Placed[] => {
    const places = placesOf(name).filter((place) => inside(place) && named.isFree(place))
    const box = places.find((place) => marked.isFree(place)) ?? (rank < FIRST ? places[0] : undefined)
    if (!box) return []
    named.take({ ...box, left: box.left - GAP, right: box.right + GAP })
    return [{ text: name.text, x: box.left, y: (box.top + box.bottom) / 2 + BASE }]
  })
}
