import type { Change } from '../held.ts'

const SENTENCE = /[^.!?\n]*(?:[.!?]+["'”’)]*\s*|\n+|$)/g
/** Beyond this many cells of the table the middle is told as one change. */
const CELLS = 4_000_000

interface Piece {
  readonly start: number
  /** Without the white space around it, which is no change. */
  readonly text: string
}

function pieces(text: string): Piece[] {
  return [...text.matchAll(SENTENCE)]
    .filter((m) => m[0].trim() !== '')
    .map((m) => ({ start: m.index, text: m[0].trim() }))
}

/** Longest common subsequence of sentences: for each old one the index of the new one it became, or -1. */
function align(old: readonly Piece[], now: readonly Piece[]): number[] {
  const width = now.length + 1
  const length = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      length[i * width + j] =
        old[i]!.text === now[j]!.text
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!)
  const partner = old.map(() => -1)
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i]!.text === now[j]!.text) partner[i++] = j++
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++
    else j++
  }
  return partner
}

/** What was taken out and put in, by sentences, in the order of the text. Two equal texts have no changes. */
export function changesBetween(oldText: string, newText: string): Change[] {
  const old = pieces(oldText)
  const now = pieces(newText)
  let head = 0
  while (head < old.length && head < now.length && old[head]!.text === now[head]!.text) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail)!.text === now.at(-1 - tail)!.text) tail++
  const oldMiddle = old.slice(head, old.length - tail)
  const newMiddle = now.slice(head, now.length - tail)
  const partner = oldMiddle.length * newMiddle.length > CELLS ? oldMiddle.map(() => -1) : align(oldMiddle, newMiddle)
  const place = (list: readonly Piece[], i: number, text: string): number => list[head + i]?.start ?? text.length
  const changes: Change[] = []
  const put = (i0: number, i1: number, j0: number, j1: number): void => {
    if (i0 === i1 && j0 === j1) return
    const was = { start: place(old, i0, oldText), end: place(old, i1, oldText) }
    const is = { start: place(now, j0, newText), end: place(now, j1, newText) }
    changes.push({
      old: was,
      new: is,
      removed: oldText.slice(was.start, was.end),
      added: newText.slice(is.start, is.end),
    })
  }
  let [i, j] = [0, 0]
  partner.forEach((to, from) => {
    if (to < 0) return
    put(i, from, j, to)
    ;[i, j] = [from + 1, to + 1]
  })
  put(i, oldMiddle.length, j, newMiddle.length)
  return changes
}
