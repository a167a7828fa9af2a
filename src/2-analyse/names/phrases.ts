import { continueHash, finishHash, PHRASE_START, phrasePiece } from '../../vocabulary/hash.ts'
import type { NameLists } from '../../vocabulary/names-model.ts'
import type { Word } from './word.ts'

/** Where a token stands in a phrase of a list. */
export const POSITIONS = { single: 0, first: 1, inside: 2, last: 3 } as const

const LONGEST = 7

/** For each token, the lists in whose phrases it stands, as list * 4 + position. */
export function matchPhrases(words: readonly Word[], lists: NameLists): number[][] {
  const found = words.map((): number[] => [])
  const pieces = words.map((word) => phrasePiece(word.form))
  for (let start = 0; start < words.length; start++) {
    if (pieces[start] === '') continue
    let state = PHRASE_START
    for (let end = start; end < words.length && end < start + LONGEST; end++) {
      const piece = pieces[end]!
      state = continueHash(state, piece)
      if (piece === '') continue
      const row = lists.phrases.find(finishHash(state))
      if (row >= 0) mark(found, start, end, lists.lists[row]!)
    }
  }
  return found
}

function mark(found: number[][], start: number, end: number, mask: number): void {
  for (let list = 0; mask >> list !== 0; list++) {
    if (((mask >> list) & 1) === 0) continue
    for (let k = start; k <= end; k++) {
      const flag = list * 4 + position(k, start, end)
      if (!found[k]!.includes(flag)) found[k]!.push(flag)
    }
  }
}

function position(k: number, start: number, end: number): number {
  if (start === end) return POSITIONS.single
  if (k === start) return POSITIONS.first
  return k === end ? POSITIONS.last : POSITIONS.inside
}
