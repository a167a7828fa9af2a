/**
 * Writes data/en/lexicon/lemmas/exceptions.tsv: the forms of EWT and GUM train (without GUM's non-commercial genres) whose
 * lemma is not what the rules make of them. usage: tsx train/lemmas/derive.ts SYNTAX_DIR OUT.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { lemmaOf } from '../../src/2-analyse/encode/lemma.ts'
import { normalise } from '../../src/2-analyse/encode/words.ts'
import { loadEncoderModel } from '../../src/vocabulary/encoder-model.ts'
import { openLanguage } from '../../src/vocabulary/language.ts'
import { loadLemmas } from '../../src/vocabulary/lemmas.ts'

const NON_COMMERCIAL = /^# sent_id = GUM_(whow|fiction)_/
/** Tags whose forms are inflected, or stand for another word. */
const TAGS = 'VBD VBN VBZ VBG VBP VB NNS NNPS JJR JJS RBR RBS RB PRP PRP$ MD DT WP WDT TO POS IN CC FW NN UH'.split(' ')
/** What is universally tagged so is looked up as it is written, whatever its Penn tag: "–" and "—" differ. */
const SIGN = 'PUNCT'
const LEAST = 2

interface Seen {
  readonly tag: string
  readonly upos: string
  readonly form: string
  readonly lemmas: Map<string, number>
}

const keyOf = (tag: string, form: string): string => `${tag} ${tag === SIGN ? form : normalise(form).toLowerCase()}`

function count(file: string, seen: Map<string, Seen>): void {
  for (const block of readFileSync(file, 'utf8').split('\n\n')) {
    const lines = block.split('\n')
    if (lines.some((line) => NON_COMMERCIAL.test(line))) continue
    for (const line of lines) {
      const [id = '', form = '', lemma = '', upos = '', xpos = ''] = line.split('\t')
      const tag = upos === SIGN ? SIGN : xpos
      if (!/^[0-9]+$/.test(id) || lemma === '_') continue
      const key = keyOf(tag, form)
      const entry = seen.get(key) ?? { tag, upos, form, lemmas: new Map() }
      entry.lemmas.set(lemma, (entry.lemmas.get(lemma) ?? 0) + 1)
      seen.set(key, entry)
    }
  }
}

/** Enough to believe: a majority of two thirds, seen more than once (a treebank corrects misspelt words in the lemma). */
function believed({ lemmas }: Seen): string | undefined {
  const [first] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = [...lemmas.values()].reduce((a, b) => a + b, 0)
  return first![1] * 3 >= total * 2 && first![1] >= LEAST ? first![0] : undefined
}

const [syntax, out] = process.argv.slice(2)
if (!syntax || !out) throw new Error('usage: derive.ts SYNTAX_DIR OUT.tsv')
const source = openLanguage('en')
writeFileSync(out, '')
const { pieces } = loadEncoderModel(source)
const lemmas = loadLemmas(source)
const seen = new Map<string, Seen>()
for (const name of ['ewt', 'gum']) count(`${syntax}/en_${name}-ud-train.conllu`, seen)
const rows: string[] = []
for (const entry of seen.values()) {
  const { tag, upos, form } = entry
  if (!TAGS.includes(tag) && tag !== SIGN) continue
  const lemma = believed(entry)
  const lower = normalise(form).toLowerCase()
  const plain = tag === SIGN ? form : upos === 'PROPN' ? normalise(form) : lower
  if (
    lemma === undefined ||
    lemma.toLowerCase() ===
      lemmaOf(lemmas, (w) => pieces.get(w), plain, { upos, xpos: tag, initial: true }).toLowerCase()
  )
    continue
  rows.push([keyOf(tag, form).replace(' ', '\t'), lemma].join('\t'))
}
const head =
  '# Derived from UD English EWT (CC BY-SA 4.0) and GUM (CC BY, CC BY-SA) by train/lemmas/derive.ts: tag, form, lemma.\n'
writeFileSync(out, `${head}${rows.sort().join('\n')}\n`)
console.log(`${rows.length} exceptions`)
