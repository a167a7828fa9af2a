import type { EncoderModel } from '../../../vocabulary/encoder-model.ts'
import type { Machine } from '../machine.ts'
import type { Mix } from '../network.ts'

/** What a head works with: the model, the kernel, and a mix of the layers of its own. */
export interface Bench {
  readonly model: EncoderModel
  readonly machine: Machine
  readonly mix: (weights: Float32Array) => Mix
}

/** The vectors of a batch are made; `lengths` are the words of each sentence. Returns the answer for each sentence. */
export type Answer<Out> = (lengths: readonly number[]) => Out[]

/** Something that is read off the encoder's vectors. A new one is a file here and a line in index.ts. */
export interface Head<Out> {
  readonly name: string
  /** The corpora whose answers it learned. */
  readonly learntFrom: string
  /** What it gives for a sentence. */
  readonly gives: string
  open(bench: Bench): Answer<Out>
  /** Puts the answers for the parts of a sentence that was too long together. */
  join(parts: readonly Out[], model: EncoderModel): Out
}

/** Rows of float32 that belong to each sentence, copied out of the kernel's memory. */
export function rowsOfSentences(
  machine: Machine,
  at: number,
  width: number,
  count: number,
  lengths: readonly number[],
): Float32Array[] {
  let row = 0
  return lengths.map((length) => {
    const from = machine.floats(at + row * width * 4, length * width)
    row += length
    if (count === width) return from.slice()
    const rows = new Float32Array(length * count)
    for (let t = 0; t < length; t++) rows.set(from.subarray(t * width, t * width + count), t * count)
    return rows
  })
}

/** One list after the other. */
export function concat<T extends Float32Array | Int32Array>(parts: readonly T[]): T {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const all = new (parts[0]!.constructor as new (length: number) => T)(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
