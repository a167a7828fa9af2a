/**
 * Scores sentences and tokens by offsets against UD treebanks: `npx tsx bench/segmentation.ts [--errors N] [PREFIX]`.
 * The raw text is made from the treebank as UD's own raw text is: a blank line between paragraphs, and between sentences
 * a space, unless the treebank says that there was none. The treebanks do not keep the line ends inside a paragraph, so
 * that the header, greeting and signature of an e-mail stand in one line. The treebanks are found through READOUT_SHARED
 * or ../shared; only documents whose name begins with PREFIX count.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { tokenise } from '../src/2-analyse/tokens/index.ts'
import type { Span } from '../src/model/span.ts'
import { openLanguage } from '../src/vocabulary/language.ts'
import { loadSegmentation } from '../src/vocabulary/segmentation.ts'
import { readTreebank, type Tree } from './treebank.ts'

const shared = process.env.READOUT_SHARED ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '../../shared')
const SETS: readonly (readonly [name: string, file: string, prefix: string])[] = [
  ['GUM dev, news', 'en_gum-ud-dev', 'GUM_news'],
  ['GUM train, news', 'en_gum-ud-train', 'GUM_news'],
  ['GUM dev', 'en_gum-ud-dev', ''],
  ['EWT dev', 'en_ewt-ud-dev', ''],
]
const args = process.argv.slice(2)
const show = args.includes('--errors') ? Number(args[args.indexOf('--errors') + 1]) : 0
const only = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--errors')[0]
const segmentation = loadSegmentation(openLanguage('en'))

const key = ({ start, end }: Span): string => `${start}-${end}`

/** Right, predicted, gold. */
type Tally = [right: number, predicted: number, gold: number]

function tally(sum: Tally, predicted: readonly Span[], gold: readonly Span[]): Tally {
  const right = new Set(gold.map(key))
  return [sum[0] + predicted.filter((p) => right.has(key(p))).length, sum[1] + predicted.length, sum[2] + gold.length]
}

const f1 = ([right, predicted, gold]: Tally): string => ((200 * right) / (predicted + gold)).toFixed(2)

/** The stretches where the two divisions differ: "gold | here ⇒ predicted". */
function differences(text: string, predicted: readonly Span[], gold: readonly Span[]): string[] {
  const [inGold, inPredicted] = [new Set(gold.map(key)), new Set(predicted.map(key))]
  const around = (span: Span, spans: readonly Span[]): string =>
    spans
      .filter((s) => s.start < span.end + 8 && s.end > span.start - 8)
      .map((s) => text.slice(s.start, s.end))
      .join('|')
  return predicted
    .filter((span) => !inGold.has(key(span)))
    .map((span) => `${around(span, gold)}  ⇒  ${around(span, predicted)}`)
    .concat(inPredicted.size === 0 ? ['nothing found'] : [])
}

function endDifferences(text: string, predicted: readonly Span[], gold: readonly Span[]): string[] {
  const ends = (spans: readonly Span[]): Set<number> => new Set(spans.map((s) => s.end))
  const [g, p] = [ends(gold), ends(predicted)]
  const show = (at: number): string => `${text.slice(at - 45, at)} ¶ ${text.slice(at, at + 35)}`.replaceAll('\n', '⏎')
  return [
    ...[...p].filter((at) => !g.has(at)).map((at) => `too many: ${show(at)}`),
    ...[...g].filter((at) => !p.has(at)).map((at) => `missed:   ${show(at)}`),
  ]
}

function score(name: string, trees: readonly Tree[]): void {
  let sentences: Tally = [0, 0, 0]
  let tokens: Tally = [0, 0, 0]
  const errors: string[] = []
  for (const { text, sentences: gold } of trees) {
    const predicted = tokenise(text, { segmentation })
    const [ours, theirs] = [predicted.flatMap((s) => s.tokens), gold.flatMap((s) => s.tokens)]
    sentences = tally(sentences, predicted, gold)
    tokens = tally(tokens, ours, theirs)
    if (show > 0) errors.push(...endDifferences(text, predicted, gold), ...differences(text, ours, theirs))
  }
  console.log(
    `${name}\tsentence F1 ${f1(sentences)}\ttoken F1 ${f1(tokens)}\t(${trees.length} documents, ${tokens[2]} tokens)`,
  )
  for (const error of errors.slice(0, show)) console.log(`  ${error}`)
}

for (const [name, file, prefix] of SETS) {
  const from = path.join(shared, 'data/syntax', `${file}.conllu`)
  if (only !== undefined && !name.startsWith(only)) continue
  if (existsSync(from)) score(name, readTreebank(readFileSync(from, 'utf8'), prefix))
  else console.log(`${name}\tskipped: ${from} is not here`)
}
