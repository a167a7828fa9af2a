import type { EncoderModel } from '../../../vocabulary/encoder-model.ts'
import type { Machine, Packed } from '../machine.ts'
import { Network } from '../network.ts'
import { bestTree, type Heads, isTree } from '../tree.ts'
import { concat, type Head } from './head.ts'

/** A sentence's tree, and the number of each word's relation. */
export interface Tree {
  readonly heads: Heads
  readonly relations: Int32Array
}

/** Words whose relation scores are worked out at once: they are many. A multiple of a block's rows. */
const CHUNK = 16

/** Biaffine arcs and relations. */
class Parser {
  readonly #model: EncoderModel
  readonly #machine: Machine
  readonly #projection: Packed
  readonly #arc: Packed
  readonly #label: Packed
  /** Relations, rounded up to whole vectors. */
  readonly #labelWidth: number
  readonly #rootRelation: number
  readonly #rootArc: number
  readonly #scratch: Readonly<Record<'projected' | 'wanted' | 'scores' | 'best' | 'by' | 'labels', number>>

  constructor(model: EncoderModel, machine: Machine) {
    const matrix = (name: string): Packed => machine.matrix(model.pack.matrix(`tree.${name}`))
    this.#model = model
    this.#machine = machine
    this.#projection = matrix('projection')
    this.#arc = matrix('arc')
    this.#label = matrix('label')
    this.#labelWidth = Math.ceil(model.relations.length / 4) * 4
    this.#rootRelation = model.relations.indexOf('root')
    this.#rootArc = machine.put(model.pack.floats('tree.root').subarray(0, model.arcs))
    this.#scratch = {
      projected: machine.floatRows(this.#projection.width),
      wanted: machine.floatRows(this.#arc.width),
      scores: machine.reserve(machine.rows * (machine.rows + 1) * 4),
      best: machine.reserve(machine.rows * 4),
      by: machine.reserve(CHUNK * this.#label.width * 4),
      labels: machine.reserve(this.#labelWidth * 4),
    }
  }

  /** `words`: address of the vectors. */
  parse(words: number, lengths: readonly number[]): Tree[] {
    const { projected, wanted } = this.#scratch
    const { arcs } = this.#model
    const n = lengths.reduce((sum, length) => sum + length, 0)
    const stride = this.#projection.width * 4
    this.#machine.activate(words, Network.width * 4, n, Network.width)
    this.#machine.multiply(this.#projection, projected, n)
    this.#machine.kernel.leak(projected, n * this.#projection.width)
    this.#machine.activate(projected, stride, n, arcs)
    this.#machine.multiply(this.#arc, wanted, n)
    let start = 0
    const heads = lengths.map((length) => {
      start += length
      return this.#attach(start - length, length)
    })
    const relations = this.#relate(heads, n)
    start = 0
    return heads.map((own) => {
      start += own.length
      return { heads: own, relations: relations.slice(start - own.length, start) }
    })
  }

  /** Address of what a word is as a head, with the relation part after the arc part. */
  #headAt(word: number): number {
    const { arcs, labels } = this.#model
    return this.#scratch.projected + (word * this.#projection.width + arcs + labels) * 4
  }

  #attach(start: number, length: number): Heads {
    const { wanted, scores, best } = this.#scratch
    const from = wanted + start * this.#arc.width * 4
    const stride = this.#projection.width * 4
    this.#machine.kernel.arcs(from, this.#headAt(start), stride, this.#rootArc, scores, best, length, this.#arc.width)
    const heads = this.#machine.ints(best, length).slice()
    return isTree(heads) ? heads : bestTree(this.#machine.floats(scores, length * (length + 1)), length)
  }

  #relate(trees: readonly Heads[], n: number): Int32Array {
    const { projected, by, labels } = this.#scratch
    const { kernel } = this.#machine
    const { arcs, labels: columns, relations } = this.#model
    const found = new Int32Array(n)
    this.#machine.activate(projected + arcs * 4, this.#projection.width * 4, n, columns)
    let word = 0
    for (const heads of trees) {
      const start = word
      for (const head of heads) {
        const place = word % CHUNK
        if (place === 0) this.#machine.multiply(this.#label, by, Math.min(CHUNK, n - word), word)
        if (head === 0) found[word] = this.#rootRelation
        else {
          const chosen = this.#headAt(start + head - 1) + arcs * 4
          kernel.weigh(by + place * this.#label.width * 4, chosen, labels, columns, this.#labelWidth)
          found[word] = kernel.greatest(labels, relations.length, this.#rootRelation)
        }
        word++
      }
    }
    return found
  }
}

/** The roots of later parts hang on the root of the first. */
function join(parts: readonly Tree[], { relations }: EncoderModel): Tree {
  const joined = { heads: concat(parts.map((part) => part.heads)), relations: concat(parts.map((p) => p.relations)) }
  const parataxis = relations.indexOf('parataxis')
  const root = parts[0]!.heads.indexOf(0) + 1
  let start = parts[0]!.heads.length
  for (const { heads } of parts.slice(1)) {
    heads.forEach((head, i) => {
      joined.heads[start + i] = head === 0 ? root : head + start
      if (head === 0) joined.relations[start + i] = parataxis
    })
    start += heads.length
  }
  return joined
}

export const tree: Head<Tree> = {
  name: 'tree',
  learntFrom: 'UD English EWT and GUM',
  gives: 'each word’s head and the number of its relation',
  open({ model, machine, mix }) {
    const words = mix(model.pack.floats('tree.mix'))
    const parser = new Parser(model, machine)
    return (lengths) => parser.parse(words.at, lengths)
  },
  join,
}
