/**
 * Writes what the ranker learns from: for each phrase of GUM's texts its candidates' features and which are right.
 * `npx tsx train/coreference/dump.ts SPLIT FILE`. Non-commercial genres are left out of the training split.
 */
import { writeFileSync } from 'node:fs'
import { contextOf } from '../../src/2-analyse/coreference/context.ts'
import type { Phrase } from '../../src/2-analyse/coreference/mention.ts'
import { FEATURES } from '../../src/2-analyse/coreference/pairs.ts'
import { walk } from '../../src/2-analyse/coreference/walk.ts'
import { loadVocabulary } from '../../src/vocabulary/index.ts'
import { analysed } from './analysed.ts'
import { type GumDocument, gumDocuments, gumTrees } from './gum.ts'

const [split = 'dev', file = 'pairs.bin'] = process.argv.slice(2)
const NON_COMMERCIAL = new Set(['whow', 'fiction'])

/** Of each phrase its gold chain, or -1: the mention most like it, each mention once. */
export function goldChains(phrases: readonly Phrase[], { entities, clusters }: GumDocument): Int32Array {
  const chainOf = new Map(
    Object.entries(clusters).flatMap(([id, list]) =>
      list.length > 1 ? list.map((k) => [k, Number(id)] as const) : [],
    ),
  )
  const pairs: (readonly [number, number, number])[] = []
  for (const phrase of phrases)
    for (const k of chainOf.keys()) {
      const shared = Math.min(entities[k]!.end, phrase.end) - Math.max(entities[k]!.start, phrase.start)
      if (shared <= 0) continue
      const dice = (2 * shared) / (entities[k]!.end - entities[k]!.start + phrase.end - phrase.start)
      if (dice >= 0.5) pairs.push([dice, phrase.id, k])
    }
  pairs.sort((a, b) => b[0] - a[0])
  const out = new Int32Array(phrases.length).fill(-1)
  const used = new Set<number>()
  for (const [, id, k] of pairs) {
    if (out[id] !== -1 || used.has(k)) continue
    out[id] = chainOf.get(k)!
    used.add(k)
  }
  return out
}

const vocabulary = loadVocabulary('en')
const trees = gumTrees(split)
const width = FEATURES.length + 1
const rows: number[] = []
const groups: number[] = []
for (const document of gumDocuments(split)) {
  if (split === 'train' && NON_COMMERCIAL.has(document.genre)) continue
  const [analysis, evidence] = analysed(document, trees.get(document.id)!, vocabulary)
  const context = contextOf(analysis, vocabulary, evidence)
  const chains = goldChains(context.phrases, document)
  walk(context, vocabulary, (phrase, candidates, features) => {
    if (candidates.length === 0) return -1
    let right = -1
    for (const candidate of candidates) {
      const same = chains[phrase.id]! >= 0 && chains[candidate] === chains[phrase.id]
      rows.push(...features(candidate), Number(same))
      if (same && right < 0) right = candidate
    }
    groups.push(candidates.length)
    return right
  })
}
writeFileSync(file, Int16Array.from(rows))
writeFileSync(`${file}.groups`, Int32Array.from(groups))
process.stdout.write(`${rows.length / width} pairs, ${groups.length} phrases, ${FEATURES.length} features\n`)
