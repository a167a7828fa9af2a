import type { ParserModel } from '../../vocabulary/parser-model.ts'
import { toBatches } from './batches.ts'
import { openKernel } from './kernel.ts'
import { Memory } from './memory.ts'
import { Network, type Reading } from './network.ts'
import { LONGEST_SENTENCE, pieceEnds } from './pieces.ts'
import { rowsOf } from './rows.ts'
import { loadWeights } from './weights.ts'

export interface Parser {
  /** Readings of sentences (words each), in their order; each the same in whatever company it is read. */
  parse(sentences: readonly (readonly string[])[]): Reading[]
}

/** Enough for the matrix products to run at full speed, few enough to stay in the cache. */
const BATCH = 512
/** Words whose rows are remembered. */
const REMEMBERED = 20_000

function createRows(model: ParserModel) {
  const known = new Map<string, readonly number[]>()
  const rows = (word: string): readonly number[] => {
    const old = known.get(word)
    if (old !== undefined) return old
    if (known.size >= REMEMBERED) known.clear()
    const found = rowsOf(model, word)
    known.set(word, found)
    return found
  }
  const tables = model.affixes.length + 2
  return (texts: readonly string[]): Int32Array => {
    const all = new Int32Array(texts.length * tables)
    texts.forEach((word, t) => {
      all.set(rows(word), t * tables)
    })
    return all
  }
}

/** Readings of the pieces of one sentence put together: the roots of later pieces hang on the root of the first. */
function join(pieces: readonly Reading[], parataxis: number): Reading {
  if (pieces.length === 1) return pieces[0]!
  const concat = (part: 'tags' | 'heads' | 'relations') => Int32Array.from(pieces.flatMap((piece) => [...piece[part]]))
  const [tags, heads, relations] = [concat('tags'), concat('heads'), concat('relations')]
  const root = pieces[0]!.heads.indexOf(0) + 1
  let start = pieces[0]!.heads.length
  for (const piece of pieces.slice(1)) {
    piece.heads.forEach((head, i) => {
      heads[start + i] = head === 0 ? root : head + start
      if (head === 0) relations[start + i] = parataxis
    })
    start += piece.heads.length
  }
  return { tags, heads, relations }
}

function createParser(model: ParserModel): Parser {
  const kernel = openKernel(model.kernel)
  const memory = new Memory(kernel)
  const weights = loadWeights(model, memory)
  const network = new Network(kernel, memory, model, weights, { tokens: BATCH, longest: LONGEST_SENTENCE })
  const rows = createRows(model)
  const parataxis = model.relations.indexOf('parataxis')
  return {
    parse(sentences) {
      const ends = sentences.map(pieceEnds)
      const pieces = sentences.flatMap((texts, s) =>
        ends[s]!.map((end, i) => texts.slice(i === 0 ? 0 : ends[s]![i - 1], end)),
      )
      const readings = new Array<Reading>(pieces.length)
      for (const batch of toBatches(
        pieces.map((piece) => piece.length),
        BATCH,
      )) {
        const read = network.read(
          batch,
          batch.sentences.map((p) => rows(pieces[p]!)),
        )
        batch.sentences.forEach((p, s) => {
          readings[p] = read[s]!
        })
      }
      let next = 0
      return ends.map(({ length }) => {
        next += length
        return join(readings.slice(next - length, next), parataxis)
      })
    },
  }
}

const parsers = new WeakMap<ParserModel, Parser>()

/** The parser of a model; the model is brought into the kernel's memory once. */
export function parserOf(model: ParserModel): Parser {
  const old = parsers.get(model)
  if (old !== undefined) return old
  const parser = createParser(model)
  parsers.set(model, parser)
  return parser
}
