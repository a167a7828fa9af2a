/** A stretch of words that stayed, went or came. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond this many words on both sides the whole is shown as taken out and put in. */
const MOST = 400

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/gu) ?? []

/** Which words of two stretches stayed: the longest common sequence. */
export function wordChanges(removed: string, added: string): readonly Piece[] {
  const [old, now] = [wordsOf(removed), wordsOf(added)]
  if (old.length > MOST || now.length > MOST) return joined([piece('removed', removed), piece('added', added)])
  const common = commonLengths(old, now)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push(piece('same', old[i]!))
      i++
      j++
    } else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      pieces.push(piece('removed', old[i++]!))
    else pieces.push(piece('added', now[j++]!))
  }
  return joined(pieces)
}

const piece = (kind: Piece['kind'], text: string): Piece => ({ kind, text })

function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

/** Neighbours of one kind become one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = []
  for (const next of pieces) {
    const last = made.at(-1)
    if (last?.kind === next.kind) made[made.length - 1] = piece(last.kind, last.text + next.text)
    else if (next.text !== '') made.push(next)
  }
  return made
}
