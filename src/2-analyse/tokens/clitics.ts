import type { Segmentation } from '../../vocabulary/segmentation.ts'

const CLITIC = /(?:n['’ʼ]t|['’ʼ](?:s|m|d|re|ve|ll|em))$/i
const APOSTROPHE = /['’ʼ]/

/** Where the later parts of a word begin: "don't" → [2], "wouldn't've" → [5, 8], "cannot" → [3]; undefined where it is one. */
export function splitClitics(word: string, { splits, whole }: Segmentation): readonly number[] | undefined {
  const apostrophe = APOSTROPHE.test(word)
  const lower = apostrophe ? word.toLowerCase().replaceAll('’', "'") : word.toLowerCase()
  const split = splits.get(lower)
  if (split !== undefined) return [split]
  if (!apostrophe || whole.has(lower)) return undefined
  const starts: number[] = []
  let rest = word
  for (let match = CLITIC.exec(rest); match && match.index > 0 && starts.length < 3; match = CLITIC.exec(rest)) {
    starts.unshift(match.index)
    rest = rest.slice(0, match.index)
  }
  return starts.length > 0 ? starts : undefined
}
