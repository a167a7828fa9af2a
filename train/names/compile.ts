/** Learnt weights → the few small integers that ship, and the file that holds them. */
import { makeHashTable } from '../../src/vocabulary/hash-table.ts'
import { joinEntries, type NameWeights } from '../../src/vocabulary/names-model.ts'
import type { CompiledLists } from './lists.ts'
import type { Learnt } from './perceptron.ts'

export interface CompiledWeights {
  readonly labels: readonly string[]
  readonly features: Int32Array
  readonly counts: Uint8Array
  readonly entryLabels: Uint8Array
  readonly entryWeights: Int16Array
  readonly transitions: Int32Array
}

/** Weights are kept in steps of `unit`; those that round to 0, or lie under `least`, are dropped. */
export function compileWeights(
  labels: readonly string[],
  learnt: Learnt,
  unit: number,
  least: number,
): CompiledWeights {
  const count = labels.length
  const features: number[] = []
  const counts: number[] = []
  const entryLabels: number[] = []
  const entryWeights: number[] = []
  for (const [feature, row] of [...learnt.rows].sort((a, b) => a[0] - b[0])) {
    let entries = 0
    for (let label = 0; label < count; label++) {
      const weight = learnt.weights[row * count + label]!
      const steps = Math.max(-32767, Math.min(32767, Math.round(weight / unit)))
      if (Math.abs(weight) < least || steps === 0) continue
      entryLabels.push(label)
      entryWeights.push(steps)
      entries++
    }
    if (entries === 0) continue
    features.push(feature)
    counts.push(entries)
  }
  return {
    labels,
    features: Int32Array.from(features),
    counts: Uint8Array.from(counts),
    entryLabels: Uint8Array.from(entryLabels),
    entryWeights: Int16Array.from(entryWeights),
    transitions: Int32Array.from(learnt.transitions, (weight) => Math.round(weight / unit)),
  }
}

export function weightsOf(compiled: CompiledWeights): NameWeights {
  const starts = new Uint32Array(compiled.counts.length + 1)
  compiled.counts.forEach((entries, k) => {
    starts[k + 1] = starts[k]! + entries
  })
  const { labels, transitions, entryLabels, entryWeights } = compiled
  return {
    labels,
    transitions,
    starts,
    features: makeHashTable(compiled.features),
    entries: joinEntries(entryLabels, entryWeights),
  }
}

/** The file that src/vocabulary/names-model.ts reads. */
export function pack(lists: CompiledLists, weights: CompiledWeights, version: string): Uint8Array {
  const parts: [string, ArrayBufferView][] = [
    ['words', lists.wordKeys],
    ['coarse', lists.coarse],
    ['middle', lists.middle],
    ['fine', lists.fine],
    ['proper', lists.proper],
    ['phrases', lists.phraseKeys],
    ['lists', lists.masks],
    ['features', weights.features],
    ['feature-entries', weights.counts],
    ['entry-labels', weights.entryLabels],
    ['entry-weights', weights.entryWeights],
    ['transitions', weights.transitions],
  ]
  const sections = parts.map(([name, view]) => [name, view.byteLength])
  const header = Buffer.from(JSON.stringify({ version, labels: weights.labels, sections }))
  const start = Buffer.alloc(8)
  start.write('RNAM', 0, 'latin1')
  start.writeUInt32LE(header.length, 4)
  const chunks: Buffer[] = [start, header]
  let at = 8 + header.length
  for (const [, view] of parts) {
    const gap = -at & 3
    chunks.push(Buffer.alloc(gap), Buffer.from(view.buffer, view.byteOffset, view.byteLength))
    at += gap + view.byteLength
  }
  return Buffer.concat(chunks)
}
