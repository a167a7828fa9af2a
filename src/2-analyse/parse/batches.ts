/** Sentences that go through the network together, longest first. */
export interface Batch {
  /** Places in the list that was given. */
  readonly sentences: readonly number[]
  readonly lengths: readonly number[]
  readonly tokens: number
  /**
   * Tokens stand by their place in the sentence: all the first ones, then all the second ones … The row of token `t` of
   * sentence `s` of the batch is `starts[t] + s`; `starts` has one place more, for the end.
   */
  readonly starts: readonly number[]
}

function toBatch(sentences: readonly number[], all: readonly number[]): Batch {
  const lengths = sentences.map((s) => all[s]!)
  const starts = [0]
  let active = lengths.length
  for (let t = 0; t < (lengths[0] ?? 0); t++) {
    while (lengths[active - 1]! <= t) active--
    starts.push(starts[t]! + active)
  }
  return { sentences, lengths, starts, tokens: starts.at(-1)! }
}

/** Groups sentences of like length, at most `most` tokens a batch; no sentence is longer than that. */
export function toBatches(lengths: readonly number[], most: number): Batch[] {
  const order = lengths.map((_, s) => s).sort((a, b) => lengths[b]! - lengths[a]! || a - b)
  const batches: Batch[] = []
  let open: number[] = []
  let tokens = 0
  for (const s of order) {
    if (tokens + lengths[s]! > most && open.length > 0) {
      batches.push(toBatch(open, lengths))
      open = []
      tokens = 0
    }
    open.push(s)
    tokens += lengths[s]!
  }
  if (open.length > 0) batches.push(toBatch(open, lengths))
  return batches
}
