import { mix } from '../../vocabulary/hash.ts'
import type { Evidence } from './evidence.ts'
import { isShouted } from './recase.ts'
import { findStretches, type Stretch } from './stretches.ts'
import type { Word } from './word.ts'

/** Hashed features of the tokens of one sentence: those of token k are `values[starts[k]]` up to `values[starts[k + 1]]`. */
export interface Features {
  readonly values: Int32Array
  readonly starts: Int32Array
}

/** Beyond the ends of the sentence. */
const EDGE = { lower32: 1, shape32: 2, coarse: 255, middle: 511, fine: 1023, capital: false } as const
type Seen = Pick<Word, 'lower32' | 'shape32' | 'coarse' | 'middle' | 'fine' | 'capital'>

interface Site extends Surroundings {
  readonly words: readonly Word[]
  readonly k: number
  readonly word: Word
  readonly at: (offset: number) => Seen
  readonly shouted: boolean
  readonly runs: readonly (Stretch | null)[]
}

type Add = (value: number) => void

/** The groups of features, each with its own range of template numbers. */
const GROUPS: readonly ((site: Site, add: Add) => void)[] = [
  forms,
  affixes,
  clusters,
  tagged,
  listed,
  inRun,
  documented,
]

export interface Tags {
  readonly upos: number
  readonly xpos: number
}

/** What is known of the tokens of a sentence beyond their words. */
export interface Surroundings {
  /** By token: the lists in whose phrases it stands (see phrases.ts). */
  readonly lists: readonly (readonly number[])[]
  readonly tags: readonly Tags[]
  readonly evidence: Evidence
}

/** Room for the features of a token; few have more than half of it. */
const ROOM = 512

export function extractFeatures(words: readonly Word[], surroundings: Surroundings): Features {
  let values = new Int32Array(words.length * 160 + ROOM)
  let length = 0
  const starts = new Int32Array(words.length + 1)
  const add: Add = (value) => {
    values[length++] = value
  }
  const runs = findStretches(words)
  const shouted = isShouted(words.map((word) => word.form))
  words.forEach((word, k) => {
    if (values.length - length < ROOM) values = grown(values)
    const at = (offset: number): Seen => words[k + offset] ?? EDGE
    const site = { ...surroundings, words, k, word, at, shouted, runs }
    for (const group of GROUPS) group(site, add)
    starts[k + 1] = length
  })
  return { values: values.slice(0, length), starts }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}

function forms({ word, at, k, shouted }: Site, add: Add): void {
  const [b2, b1, n1, n2] = [at(-2), at(-1), at(1), at(2)]
  add(mix(1, 0))
  add(mix(2, word.form32))
  ;[b2, b1, word, n1, n2].forEach((seen, offset) => {
    add(mix(3 + offset, seen.lower32))
    add(mix(8 + offset, seen.shape32))
  })
  add(mix(mix(13, b1.lower32), word.lower32))
  add(mix(mix(14, word.lower32), n1.lower32))
  add(mix(mix(15, b1.shape32), word.shape32))
  add(mix(mix(16, word.shape32), n1.shape32))
  add(mix(mix(17, mix(b1.shape32, word.shape32)), n1.shape32))
  add(mix(mix(18, b1.lower32), word.shape32))
  add(mix(mix(19, word.shape32), n1.lower32))
  add(mix(mix(20, b2.lower32), b1.lower32))
  add(mix(mix(21, n1.lower32), n2.lower32))
  add(mix(mix(22, b1.lower32), n1.lower32))
  add(mix(mix(23, n1.shape32), word.lower32))
  add(mix(mix(24, k === 0 ? 1 : 0), word.shape32))
  add(mix(mix(25, shouted ? 1 : 0), word.shape32))
}

function affixes({ word }: Site, add: Add): void {
  word.affixes.forEach((hash, k) => {
    add(mix(40 + k, hash))
  })
}

function clusters({ word, at }: Site, add: Add): void {
  const [b2, b1, n1, n2] = [at(-2), at(-1), at(1), at(2)]
  ;[b2, b1, word, n1, n2].forEach((seen, offset) => {
    add(mix(60 + offset, seen.coarse))
    add(mix(65 + offset, seen.middle))
    add(mix(70 + offset, seen.fine))
  })
  add(mix(mix(75, word.middle), word.shape32))
  add(mix(mix(76, b1.middle), word.middle))
  add(mix(mix(77, word.middle), n1.middle))
  add(mix(mix(78, b1.middle), mix(word.shape32, n1.middle)))
  add(mix(mix(79, b1.middle), word.shape32))
  add(mix(mix(80, n1.middle), word.shape32))
  add(mix(mix(81, word.coarse), mix(b1.coarse, n1.coarse)))
  add(mix(mix(82, b1.fine), word.shape32))
  add(mix(mix(83, n1.fine), word.shape32))
}

function tagged({ tags, word, k }: Site, add: Add): void {
  const [before, own, after] = [tags[k - 1], tags[k]!, tags[k + 1]]
  add(mix(140, own.xpos))
  add(mix(141, before?.xpos ?? 0))
  add(mix(142, after?.xpos ?? 0))
  add(mix(mix(143, own.xpos), word.shape32))
  add(mix(mix(144, before?.upos ?? 0), own.xpos))
  add(mix(mix(145, own.xpos), after?.upos ?? 0))
  add(mix(mix(146, own.xpos), word.middle))
}

function listed({ word, lists, k }: Site, add: Add): void {
  for (let offset = -1; offset <= 1; offset++)
    for (const flag of lists[k + offset] ?? []) {
      add(mix(90 + offset, flag))
      if (offset === 0) add(mix(mix(93, flag), word.shape32))
    }
  if (lists[k]!.length === 0) add(mix(92, word.shape32))
}

/** The capitalised words around, with and without the small words that link them: their ends tell what the whole is. */
function inRun({ words, runs, k }: Site, add: Add): void {
  const run = runs[k]
  if (run == null) return
  const [first, last] = [words[run.first]!, words[run.last]!]
  add(mix(mix(120, Math.min(k - run.first, 3)), Math.min(run.last - k, 3)))
  add(mix(121, first.lower32))
  add(mix(122, last.lower32))
  add(mix(123, first.middle))
  add(mix(124, last.middle))
  add(mix(mix(125, first.coarse), last.coarse))
  add(mix(mix(126, words[run.first - 1]?.lower32 ?? 0), words[run.last + 1]?.lower32 ?? 0))
  add(mix(127, words[run.first - 1]?.fine ?? 0))
  add(mix(128, words[run.last + 1]?.fine ?? 0))
  if (run.outerFirst === run.first && run.outerLast === run.last) return
  const [outerFirst, outerLast] = [words[run.outerFirst]!, words[run.outerLast]!]
  add(mix(130, outerFirst.lower32))
  add(mix(131, outerLast.lower32))
  add(mix(132, outerFirst.middle))
  add(mix(133, outerLast.middle))
  add(mix(mix(134, outerFirst.coarse), outerLast.coarse))
}

function documented({ word, shouted, k, evidence }: Site, add: Add): void {
  if (!word.capital) return
  add(mix(mix(100, evidence.lowered.has(word.lower) ? 1 : 0), mix(shouted ? 1 : 0, k === 0 ? 1 : 0)))
  const run = evidence.runs.get(word.lower)
  if (run !== undefined) {
    add(mix(101, mix(run.before, run.length)))
    add(mix(102, run.first.lower32))
    add(mix(103, run.last.lower32))
    add(mix(104, run.first.middle))
    add(mix(105, run.last.middle))
  }
  for (const { previous, next } of evidence.contexts.get(word.lower) ?? []) {
    add(mix(107, previous?.lower32 ?? 0))
    add(mix(108, next?.lower32 ?? 0))
    add(mix(109, previous?.middle ?? 0))
    add(mix(110, next?.middle ?? 0))
  }
}
