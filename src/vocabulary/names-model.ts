import { ReadoutError } from '../model/errors.ts'
import { hashPhrase } from './hash.ts'
import { type HashTable, makeHashTable } from './hash-table.ts'
import type { DataSource } from './source.ts'

/** What is known of words and phrases before any training: clusters of embeddings, and lists of names. */
export interface NameLists {
  readonly words: HashTable
  /** By position in `words`: clusters among 64, 256 and 1000. */
  readonly coarse: Uint8Array
  readonly middle: Uint8Array
  readonly fine: Uint16Array
  /** How the word is mostly written within sentences: 0 small, 1 capitalised, 2 in capitals. */
  readonly proper: Uint8Array
  readonly phrases: HashTable
  /** By position in `phrases`: the lists that it stands in, a bit each (PHRASE_LISTS). */
  readonly lists: Uint16Array
}

/** The lists whose phrases are features, in the order of their bits. */
export const PHRASE_LISTS = [
  'state',
  'demonym',
  'capital',
  'region',
  'city',
  'town',
  'first-name',
  'leader',
  'party',
  'armed-group',
  'organization',
  'title',
  'head-word',
  'place-word',
  'event-word',
] as const
export type PhraseList = (typeof PHRASE_LISTS)[number]

/** Whether the phrase stands in one of these lists. */
export function isListed({ phrases, lists }: NameLists, phrase: string, wanted: readonly PhraseList[]): boolean {
  const row = phrases.find(hashPhrase(phrase))
  return row >= 0 && wanted.some((list) => ((lists[row]! >> PHRASE_LISTS.indexOf(list)) & 1) === 1)
}

/** Weights of the averaged perceptron, as small integers. */
export interface NameWeights {
  readonly labels: readonly string[]
  readonly features: HashTable
  /** Entries of feature f: `starts[f]` up to `starts[f + 1]`. */
  readonly starts: Uint32Array
  /** A label and its weight in one number: `weight << 8 | label`. */
  readonly entries: Int32Array
  /** `transitions[from * labels + to]`; from = number of labels at the start of a sentence. */
  readonly transitions: Int32Array
}

export interface NamesModel {
  readonly lists: NameLists
  readonly weights: NameWeights
}

interface Header {
  readonly version: string
  readonly labels: readonly string[]
  /** Name and byte length of each section, in the order of the file; each starts at a multiple of four. */
  readonly sections: readonly (readonly [string, number])[]
}

/** File: "RNAM", length of the header (uint32, little endian), header as JSON, sections. */
export function loadNamesModel(source: DataSource): NamesModel {
  const bytes = source.bytes('models/names.bin')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== 0x4d414e52)
    throw new ReadoutError('vocabulary-invalid', 'data/models/names.bin is no names model; install the program again')
  const headerEnd = 8 + view.getUint32(4, true)
  const header = JSON.parse(Buffer.from(bytes.subarray(8, headerEnd)).toString('utf8')) as Header
  const sections = new Map<string, ArrayBuffer>()
  let at = headerEnd
  for (const [name, length] of header.sections) {
    at += -at & 3
    // A copy, so that views of wider numbers are aligned whatever the file's own offset in memory.
    sections.set(name, new Uint8Array(bytes.subarray(at, at + length)).buffer)
    at += length
  }
  return assemble(header, (name) => sections.get(name) ?? new ArrayBuffer(0))
}

function assemble(header: Header, section: (name: string) => ArrayBuffer): NamesModel {
  const counts = new Uint8Array(section('feature-entries'))
  const starts = new Uint32Array(counts.length + 1)
  for (let k = 0; k < counts.length; k++) starts[k + 1] = starts[k]! + counts[k]!
  return {
    lists: {
      words: makeHashTable(new Int32Array(section('words'))),
      coarse: new Uint8Array(section('coarse')),
      middle: new Uint8Array(section('middle')),
      fine: new Uint16Array(section('fine')),
      proper: new Uint8Array(section('proper')),
      phrases: makeHashTable(new Int32Array(section('phrases'))),
      lists: new Uint16Array(section('lists')),
    },
    weights: {
      labels: header.labels,
      features: makeHashTable(new Int32Array(section('features'))),
      starts,
      entries: joinEntries(new Uint8Array(section('entry-labels')), new Int16Array(section('entry-weights'))),
      transitions: new Int32Array(section('transitions')),
    },
  }
}

export function joinEntries(labels: Uint8Array, weights: Int16Array): Int32Array {
  const entries = new Int32Array(labels.length)
  for (let k = 0; k < labels.length; k++) entries[k] = (weights[k]! << 8) | labels[k]!
  return entries
}
