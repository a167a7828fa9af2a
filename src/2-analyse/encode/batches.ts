/** A sentence, or a part of one that was too long, as word pieces. */
export interface Piecewise {
  /** Rows of the pieces, the signs at both ends among them. */
  readonly pieces: Int32Array
  readonly shapes: Int32Array
  /** For each word the piece after its last. */
  readonly ends: Int32Array
}

/** Groups sentences in their order, at most `most` pieces a batch; no sentence is longer than that. */
export function toBatches(lengths: readonly number[], most: number): number[][] {
  const batches: number[][] = []
  let size = most
  lengths.forEach((length, s) => {
    if (size + length > most) {
      batches.push([])
      size = 0
    }
    batches.at(-1)!.push(s)
    size += length
  })
  return batches
}
