import { isShouted } from './recase.ts'
import type { Word } from './word.ts'

/** Where a word stands in the longest run of capitalised words that holds it. */
export interface Run {
  readonly before: number
  readonly length: number
  readonly first: Word
  readonly last: Word
}

/** What the whole document shows of a word, by its lower-case form. */
export interface Evidence {
  /** Words that stand somewhere in lower case. */
  readonly lowered: ReadonlySet<string>
  readonly runs: ReadonlyMap<string, Run>
  /** The words around up to four capitalised occurrences within a sentence. */
  readonly contexts: ReadonlyMap<string, readonly Neighbours[]>
}
export interface Neighbours {
  readonly previous: Word | null
  readonly next: Word | null
}

const CONTEXTS = 4
/** Longer runs are headings or lists; they say nothing of their words. */
const RUN_LIMIT = 8

export function gatherEvidence(sentences: readonly (readonly Word[])[]): Evidence {
  const lowered = new Set<string>()
  const runs = new Map<string, Run>()
  const contexts = new Map<string, Neighbours[]>()
  for (const words of sentences) {
    const shouted = isShouted(words.map((word) => word.form))
    words.forEach((word, k) => {
      if (!word.capital) lowered.add(word.lower)
      else if (!shouted && k > 0) addContext(contexts, words, k)
    })
    if (!shouted) addRuns(runs, words)
  }
  return { lowered, runs, contexts }
}

function addContext(contexts: Map<string, Neighbours[]>, words: readonly Word[], k: number): void {
  const { lower } = words[k]!
  const known = contexts.get(lower)
  const neighbours = { previous: words[k - 1] ?? null, next: words[k + 1] ?? null }
  if (known === undefined) contexts.set(lower, [neighbours])
  else if (known.length < CONTEXTS) known.push(neighbours)
}

function addRuns(runs: Map<string, Run>, words: readonly Word[]): void {
  for (let start = 0; start < words.length; start++) {
    let end = start
    while (end < words.length && words[end]!.capital) end++
    const length = end - start
    if (length > 1 && length <= RUN_LIMIT) {
      for (let k = start; k < end; k++) {
        const { lower } = words[k]!
        const known = runs.get(lower)
        if (known === undefined || known.length < length)
          runs.set(lower, { before: k - start, length, first: words[start]!, last: words[end - 1]! })
      }
    }
    start = end
  }
}
