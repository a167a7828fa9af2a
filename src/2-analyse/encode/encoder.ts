import type { EncoderModel } from '../../vocabulary/encoder-model.ts'
import { type Piecewise, toBatches } from './batches.ts'
import { LONGEST_PIECES, partEnds } from './cut.ts'
import { HEADS, type Reading } from './heads/index.ts'
import { Machine } from './machine.ts'
import { Network } from './network.ts'
import { normalise, shape, wordPieces } from './words.ts'

export interface Encoder {
  /** What a sentence is to the network. */
  piecewise(words: readonly string[]): Piecewise
  /** What the heads give for sentences (words each), in their order; each the same in whatever company it is read. */
  read(sentences: readonly (readonly string[])[]): Reading[]
  /** The sentences, by their number, that are too long to be read whole. */
  tooLong(sentences: readonly (readonly string[])[]): number[]
  /** The mean of a word's pieces as they enter the encoder. */
  wordVector(word: string): Float32Array
}

/** Pieces of a batch: enough for the products to run at full speed, few enough to stay in the cache. */
const BATCH = LONGEST_PIECES
/** Columns of the widest product. */
const COLUMNS = 4 * Network.width
/** Words whose pieces are remembered. */
const REMEMBERED = 20_000

interface WordForm {
  readonly pieces: readonly number[]
  readonly shape: number
}

function createForms({ pieces: rows }: EncoderModel): (word: string) => WordForm {
  const known = new Map<string, WordForm>()
  return (word) => {
    const old = known.get(word)
    if (old !== undefined) return old
    if (known.size >= REMEMBERED) known.clear()
    const form = {
      pieces: wordPieces(word, rows).map((piece) => rows.get(piece)!),
      shape: shape(normalise(word)),
    }
    known.set(word, form)
    return form
  }
}

/** The pieces of a sentence, between the signs for its ends. */
function toPieces(forms: readonly WordForm[], rows: ReadonlyMap<string, number>): Piecewise {
  const count = forms.reduce((sum, { pieces }) => sum + pieces.length, 2)
  const [pieces, shapes, ends] = [new Int32Array(count), new Int32Array(count), new Int32Array(forms.length)]
  let at = 0
  pieces[at++] = rows.get('[CLS]')!
  forms.forEach((form, w) => {
    for (const piece of form.pieces) {
      pieces[at] = piece
      shapes[at++] = form.shape
    }
    ends[w] = at
  })
  pieces[at] = rows.get('[SEP]')!
  return { pieces, shapes, ends }
}

function wordVectors({ pack }: EncoderModel, formOf: (word: string) => WordForm): Encoder['wordVector'] {
  const { data, scale, columns } = pack.matrix('pieces')
  return (word) => {
    const { pieces } = formOf(word)
    const sum = new Float32Array(columns)
    for (const piece of pieces)
      for (let k = 0; k < columns; k++) sum[k]! += (data[piece * columns + k]! * scale[piece]!) / pieces.length
    return sum
  }
}

const joinParts = (parts: readonly Reading[], model: EncoderModel): Reading => {
  if (parts.length === 1) return parts[0]!
  const join = <K extends keyof Reading>(name: K) => {
    const head = HEADS[name] as unknown as { join(parts: readonly Reading[K][], model: EncoderModel): Reading[K] }
    return head.join(
      parts.map((part) => part[name]),
      model,
    )
  }
  const names = Object.keys(HEADS) as (keyof Reading)[]
  return Object.fromEntries(names.map((name) => [name, join(name)])) as unknown as Reading
}

function createEncoder(model: EncoderModel): Encoder {
  const machine = new Machine(model.kernel, BATCH, COLUMNS)
  const network = new Network(machine, model)
  const bench = { model, machine, mix: (weights: Float32Array) => network.mix(weights) }
  const heads = Object.entries(HEADS).map(([name, head]) => [name, head.open(bench)] as const)
  const formOf = createForms(model)

  const readBatch = (batch: readonly Piecewise[]): Reading[] => {
    network.encode(batch)
    const lengths = batch.map(({ ends }) => ends.length)
    const answers = heads.map(([name, answer]) => [name, answer(lengths)] as const)
    return batch.map((_, s) => Object.fromEntries(answers.map(([name, all]) => [name, all[s]])) as unknown as Reading)
  }
  const cut = (words: readonly string[]): number[] =>
    partEnds(
      words,
      words.map((word) => formOf(word).pieces.length),
    )
  const piecewise = (words: readonly string[]): Piecewise => toPieces(words.map(formOf), model.pieces)
  return {
    piecewise,
    wordVector: wordVectors(model, formOf),
    tooLong: (sentences) => sentences.flatMap((words, s) => (cut(words).length > 1 ? [s] : [])),
    read(sentences) {
      const ends = sentences.map(cut)
      const parts = sentences.flatMap((words, s) =>
        ends[s]!.map((end, i) => piecewise(words.slice(i === 0 ? 0 : ends[s]![i - 1], end))),
      )
      const readings = toBatches(
        parts.map(({ pieces }) => pieces.length),
        BATCH,
      ).flatMap((batch) => readBatch(batch.map((p) => parts[p]!)))
      let next = 0
      return ends.map(({ length }) => {
        next += length
        return joinParts(readings.slice(next - length, next), model)
      })
    },
  }
}

const encoders = new WeakMap<EncoderModel, Encoder>()

/** The encoder of a model; the model is brought into the kernel's memory once. */
export function encoderOf(model: EncoderModel): Encoder {
  const old = encoders.get(model)
  if (old !== undefined) return old
  const encoder = createEncoder(model)
  encoders.set(model, encoder)
  return encoder
}
