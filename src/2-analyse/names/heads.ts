import type { Token } from '../../model/analysis.ts'
import type { HeadRow } from '../../vocabulary/name-rows.ts'
import { coverage, type NameDraft, type Refiner, type Scene, settle } from './draft.ts'
import { isCapital } from './word.ts'

const YEAR = /^(?:1[0-9]{3}|20[0-9]{2})$/
const ARTICLE = /^(?:the|a|an|this|that|its|their|his|our)$/i
const JOIN = /^(?:[-–/&]|and|de|al)$/
/** Capitalised words on one side of a head word. */
const LONGEST = 6

interface Hit {
  readonly row: HeadRow
  readonly first: number
  readonly last: number
}

const isNameWord = ({ text, upos }: Token): boolean =>
  isCapital(text) && !ARTICLE.test(text) && (upos === 'PROPN' || upos === 'ADJ' || upos === 'NOUN' || upos === 'VERB')

/** The first of the capitalised words that end at `end`; end + 1 where there are none. */
function leftEdge(tokens: readonly Token[], end: number, floor: number): number {
  let first = end + 1
  while (first > floor && end - first + 1 < LONGEST) {
    if (isNameWord(tokens[first - 1]!)) first--
    else if (first <= end && JOIN.test(tokens[first - 1]!.text) && first - 2 >= floor && isNameWord(tokens[first - 2]!))
      first -= 2
    else break
  }
  return first
}

function rightEdge(tokens: readonly Token[], start: number, limit: number): number {
  let last = start - 1
  while (last < limit && last - start + 1 < LONGEST && isNameWord(tokens[last + 1]!)) last++
  return last
}

function readHead(
  row: HeadRow,
  head: { first: number; last: number },
  scene: Scene,
  owner: Int32Array,
  drafts: readonly NameDraft[],
): Hit | null {
  const { tokens, sentences } = scene
  const sentence = sentences[tokens[head.first]!.sentence]!
  const start = row.before === 'none' ? head.first : leftEdge(tokens, head.first - 1, sentence.first)
  const before = drafts[owner[head.first - 1]!]
  if (row.before === 'required' && start === head.first) return null
  if (row.before === 'place' && (before?.type !== 'place' || before.subtype === 'state')) return null
  const end = afterHead(row, head.last, sentence.last, tokens)
  if (end === null) return null
  const hasYear = YEAR.test(tokens[start - 1]?.text ?? '') && start - 1 >= sentence.first
  if (row.year !== undefined && !hasYear) return null
  return { row, first: row.year !== undefined ? start - 1 : row.before === 'place' ? before!.first : start, last: end }
}

function afterHead(row: HeadRow, last: number, limit: number, tokens: readonly Token[]): number | null {
  if (row.after === 'none') return last
  const edge =
    row.after === 'direct' ? rightEdge(tokens, last + 1, limit) : afterLink(row.link ?? [], last, limit, tokens)
  return edge > last ? edge : null
}

function afterLink(links: readonly string[], last: number, limit: number, tokens: readonly Token[]): number {
  for (const link of links) {
    const words = link.split(' ')
    if (!words.every((word, k) => last + 1 + k <= limit && tokens[last + 1 + k]!.text === word)) continue
    const edge = rightEdge(tokens, last + 1 + words.length, limit)
    if (edge > last + words.length) return edge
  }
  return last
}

/** Treaties, operations, battles: names that a head word makes of the capitalised words around it. */
export const readHeads: Refiner = (drafts, scene) => {
  const { tokens, names } = scene
  const owner = coverage(drafts, tokens)
  const found: NameDraft[] = []
  tokens.forEach((token, k) => {
    for (const { row, words } of names.heads.get(token.text) ?? []) {
      if (!words.every((word, i) => tokens[k + i]?.text === word && tokens[k + i]!.sentence === token.sentence))
        continue
      const hit = readHead(row, { first: k, last: k + words.length - 1 }, scene, owner, drafts)
      // Where the model has a longer name, the head word is a part of that.
      const covering = hit === null ? undefined : drafts[owner[hit.first]!]
      if (hit === null || (covering !== undefined && covering.last > hit.last)) continue
      found.push({ first: hit.first, last: hit.last, type: row.type })
    }
  })
  const longest = found.sort((a, b) => b.last - b.first - (a.last - a.first))
  return settle([...longest, ...drafts], tokens.length)
}
