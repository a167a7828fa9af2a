import type { ParserModel } from '../../vocabulary/parser-model.ts'
import type { Batch } from './batches.ts'
import type { Kernel } from './kernel.ts'
import type { Memory, Packed } from './memory.ts'
import { bestTree, type Heads, isTree } from './tree.ts'
import type { Direction, Weights } from './weights.ts'

/** What the network says of a sentence: numbers of tags and relations, and its tree. */
export interface Reading {
  readonly tags: Int32Array
  readonly heads: Heads
  readonly relations: Int32Array
}

/** Tokens whose relation scores are computed at once: they are many. */
const CHUNK = 16

/** Working memory of a batch. */
function reserveScratch(memory: Memory, model: ParserModel, weights: Weights, tokens: number, longest: number) {
  const values = (count: number) => memory.reserve(count * 4)
  const halves = (count: number) => memory.reserve(count * 2)
  const states = tokens * 2 * model.hidden
  return {
    rows: values(tokens * (weights.affixes.length + 2)),
    input: halves(tokens * weights.inputs),
    gates: values(tokens * 4 * model.hidden),
    cells: values(tokens * model.hidden),
    first: halves(states),
    second: halves(states),
    order: values(tokens),
    ordered: halves(states),
    tagScores: values(tokens * weights.tag.width),
    tags: values(tokens),
    projected: values(tokens * weights.projection.width),
    arcDependents: halves(tokens * model.arcs),
    labelDependents: halves(tokens * model.labels),
    wanted: values(tokens * weights.arc.width),
    arcScores: values(longest * (longest + 1)),
    heads: values(tokens),
    by: values(CHUNK * weights.label.width),
    labelScores: values(weights.labelWidth),
  }
}

/** Bidirectional LSTM tagger and biaffine parser over the kernel, a batch at a time. */
export class Network {
  readonly #kernel: Kernel
  readonly #model: ParserModel
  readonly #weights: Weights
  readonly #scratch: ReturnType<typeof reserveScratch>
  readonly #rootRelation: number

  /** Batches have at most `tokens` tokens, sentences at most `longest`. */
  constructor(
    kernel: Kernel,
    memory: Memory,
    model: ParserModel,
    weights: Weights,
    size: { readonly tokens: number; readonly longest: number },
  ) {
    this.#kernel = kernel
    this.#model = model
    this.#weights = weights
    this.#scratch = reserveScratch(memory, model, weights, size.tokens, size.longest)
    this.#rootRelation = model.relations.indexOf('root')
  }

  /** `rows`: for each sentence of the batch, the rows of its tokens in the tables, token by token. */
  read(batch: Batch, rows: readonly Int32Array[]): Reading[] {
    this.#embed(batch, rows)
    const { input, first, second } = this.#scratch
    const stride = 4 * this.#model.hidden
    const [one, two] = this.#weights.layers
    for (const [d, direction] of one!.entries())
      this.#run(batch, direction, d === 1, input, this.#weights.inputs * 2, first)
    for (const [d, direction] of two!.entries()) this.#run(batch, direction, d === 1, first, stride, second)
    const tags = this.#tag(batch)
    this.#project(batch)
    let start = 0
    return batch.lengths.map((length, s) => {
      const heads = this.#attach(start, length)
      const relations = this.#label(start, heads)
      start += length
      return { tags: tags[s]!, heads, relations }
    })
  }

  #ints(at: number, count: number): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer, at, count)
  }

  #embed({ starts, tokens }: Batch, rows: readonly Int32Array[]): void {
    const { glove, words, affixes, inputs, inputUnit } = this.#weights
    const tables = affixes.length + 2
    const all = this.#ints(this.#scratch.rows, tokens * tables)
    rows.forEach((sentence, s) => {
      for (let t = 0; t * tables < sentence.length; t++)
        for (let i = 0; i < tables; i++) all[(starts[t]! + s) * tables + i] = sentence[t * tables + i]!
    })
    const step = tables * 4
    let to = this.#scratch.input
    const put = (how: 'embed' | 'embedMore', table: typeof glove, place: number) =>
      this.#kernel[how](
        this.#scratch.rows + place * 4,
        step,
        table.vectors,
        table.scales,
        to,
        inputs * 2,
        tokens,
        table.columns,
        inputUnit,
      )
    put('embed', glove, 0)
    put('embedMore', words, 1)
    to += glove.columns * 2
    affixes.forEach((table, i) => {
      put('embed', table, i + 2)
      to += table.columns * 2
    })
  }

  #multiply(x: number, stride: number, { matrix, scale, bias, panels, pairs }: Packed, y: number, n: number): void {
    this.#kernel.multiply(x, stride, matrix, scale, bias, y, n, panels, pairs)
  }

  /** One direction of a layer. States of both directions stand side by side. */
  #run(
    { starts, tokens, lengths }: Batch,
    { input, state }: Direction,
    back: boolean,
    x: number,
    stride: number,
    out: number,
  ) {
    const { gates, cells } = this.#scratch
    const { hidden } = this.#model
    const outStride = hidden * 4
    this.#multiply(x, stride, input, gates, tokens)
    new Float32Array(this.#kernel.memory.buffer, cells, lengths.length * hidden).fill(0)
    const rowsOf = (states: number, row: number) => states + row * outStride + (back ? hidden * 2 : 0)
    const step = (row: number, before: number, sentence: number, n: number, pairs: number) => {
      if (n === 0) return
      const cell = cells + sentence * hidden * 4
      const gate = gates + row * hidden * 16
      this.#kernel.step(before, rowsOf(out, row), outStride, state.matrix, state.scale, gate, cell, n, hidden, pairs)
    }
    const steps = starts.length - 1
    for (let i = 0; i < steps; i++) {
      const t = back ? steps - 1 - i : i
      const last = back ? t + 1 : t - 1
      const active = starts[t + 1]! - starts[t]!
      const going = last < 0 || last >= steps ? 0 : Math.min(active, starts[last + 1]! - starts[last]!)
      step(starts[t]!, rowsOf(out, starts[last] ?? 0), 0, going, hidden / 2)
      step(starts[t]! + going, out, going, active - going, 0)
    }
  }

  #tag({ starts, tokens, lengths }: Batch): Int32Array[] {
    const { first, tagScores, tags } = this.#scratch
    const { tag } = this.#weights
    this.#multiply(first, this.#model.hidden * 4, tag, tagScores, tokens)
    this.#kernel.greatestOfRows(tagScores, tag.width, this.#model.tags.length, tokens, tags)
    const found = this.#ints(tags, tokens)
    return lengths.map((length, s) => Int32Array.from({ length }, (_, t) => found[starts[t]! + s]!))
  }

  /** From here on the tokens stand sentence by sentence. */
  #project({ starts, tokens, lengths }: Batch): void {
    const { second, order, ordered, projected, arcDependents, labelDependents, wanted } = this.#scratch
    const { projection, dependentUnit, arc } = this.#weights
    const { arcs, labels, hidden } = this.#model
    let place = 0
    const index = this.#ints(order, tokens)
    lengths.forEach((length, s) => {
      for (let t = 0; t < length; t++) index[place++] = starts[t]! + s
    })
    this.#kernel.gather(second, order, ordered, tokens, hidden * 4)
    this.#multiply(ordered, hidden * 4, projection, projected, tokens)
    this.#kernel.leak(projected, tokens * projection.width)
    const stride = projection.width * 4
    this.#kernel.quantise(projected, stride, arcDependents, arcs * 2, tokens, arcs, dependentUnit)
    this.#kernel.quantise(projected + arcs * 4, stride, labelDependents, labels * 2, tokens, labels, dependentUnit)
    this.#multiply(arcDependents, arcs * 2, arc, wanted, tokens)
  }

  /** Address of what a token is as a head, with the label part after the arc part. */
  #headAt(token: number): number {
    const { arcs, labels } = this.#model
    return this.#scratch.projected + token * this.#weights.projection.width * 4 + (arcs + labels) * 4
  }

  #attach(start: number, length: number): Heads {
    const { wanted, arcScores, heads } = this.#scratch
    const { projection, arc, rootArc } = this.#weights
    const from = wanted + start * arc.width * 4
    this.#kernel.arcs(from, this.#headAt(start), projection.width * 4, rootArc, arcScores, heads, length, arc.width)
    const best = this.#ints(heads, length).slice()
    if (isTree(best)) return best
    return bestTree(new Float32Array(this.#kernel.memory.buffer, arcScores, length * (length + 1)), length)
  }

  #label(start: number, heads: Heads): Int32Array {
    const { labelDependents, by, labelScores } = this.#scratch
    const { label, labelWidth } = this.#weights
    const { arcs, labels, relations } = this.#model
    const found = new Int32Array(heads.length)
    for (let t = 0; t < heads.length; t++) {
      const place = t % CHUNK
      if (place === 0) {
        const n = Math.min(CHUNK, heads.length - t)
        this.#multiply(labelDependents + (start + t) * labels * 2, labels * 2, label, by, n)
      }
      if (heads[t] === 0) {
        found[t] = this.#rootRelation
        continue
      }
      const head = this.#headAt(start + heads[t]! - 1) + arcs * 4
      this.#kernel.weigh(by + place * label.width * 4, head, labelScores, labels, labelWidth)
      found[t] = this.#kernel.greatest(labelScores, relations.length, this.#rootRelation)
    }
    return found
  }
}
