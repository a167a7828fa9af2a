import type { Segmentation } from '../../vocabulary/segmentation.ts'

const CLITIC = /(?:n['’ʼ]t|['’ʼ](?:s|m|d|re|ve|ll|em))$/i
const APOSTROPHE = /['’ʼ]/

/** Where the parts of a word begin: "don't" → [0, 2], "wouldn't've" → [0, 5, 8], "cannot" → [0, 3]. */
export function splitClitics(word: string, { splits, whole }: Segmentation): number[] {
  const lower = word.toLowerCase()
  const split = splits.get(lower.replaceAll('’', "'"))
  if (split !== undefined) return [0, split]
  if (!APOSTROPHE.test(word) || whole.has(lower.replaceAll('’', "'"))) return [0]
  const starts: number[] = []
  let rest = word
  for (let match = CLITIC.exec(rest); match && match.index > 0 && starts.length < 3; match = CLITIC.exec(rest)) {
    starts.unshift(match.index)
    rest = rest.slice(0, match.index)
  }
  return [0, ...starts]
}
