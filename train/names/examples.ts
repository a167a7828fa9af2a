/**
 * Writes the sentences that names are learnt from and measured on, as JSON Lines {part, words, labels}, for
 * train/encoder: npx tsx train/names/examples.ts OUT.jsonl (READOUT_SHARED: the folder of the corpora).
 */
import { writeFileSync } from 'node:fs'
import { openLanguage } from '../../src/vocabulary/language.ts'
import { loadNameWords, loadTitles } from '../../src/vocabulary/name-rows.ts'
import { makeConventions } from './conventions.ts'
import { measuringTexts, type Text, trainingParts } from './corpora.ts'
import { LABELS, labelsOf } from './labels.ts'
import { demonyms } from './lists.ts'
import { dataFolder } from './shared.ts'

const out = process.argv[2]
if (out === undefined) throw new Error('usage: examples.ts OUT.jsonl')
const source = openLanguage('en')
const titles = new Set(loadTitles(source).flatMap((row) => row.forms))
const eventWords = loadNameWords(source).flatMap((row) => (row.type === 'event' ? row.forms : []))
const conventions = makeConventions(new Set(demonyms(source)), titles, eventWords)
const data = dataFolder()
const parts: Record<string, Text[]> = { ...trainingParts(data, conventions), ...measuringTexts(data, conventions) }
const lines = Object.entries(parts).flatMap(([part, texts]) =>
  texts
    .flat()
    .map((example) =>
      JSON.stringify({ part, words: example.words, labels: labelsOf(example).map((label) => LABELS[label]) }),
    ),
)
writeFileSync(out, `${lines.join('\n')}\n`)
console.log(`${lines.length} sentences: ${Object.keys(parts).join(', ')}`)
