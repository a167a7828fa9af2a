// Measures everything that docs/accuracy.md tells, and writes it: npm run bench:accuracy [-- --check]
// --check writes nothing and fails where a figure has fallen below what the document told.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { goldFolder, goldScore, readGold, scoreGold } from './gold.ts'
import { run } from './run.ts'
import { ROOT, requireShared } from './shared.ts'
import { TARGETS } from './targets.ts'

const FIGURES = path.join(ROOT, 'docs', 'accuracy.json')
const PAGE = path.join(ROOT, 'docs', 'accuracy.md')
const PROGRAM = path.join(ROOT, 'dist', 'readout.mjs')
/** What a figure may fall by before --check fails: rounding only, since the same input gives the same bytes. */
const SLACK = 0.0005

type Figures = Map<string, number>

function syntax(shared: string, figures: Figures): void {
  for (const set of ['gum', 'ewt']) {
    const gold = path.join(shared, 'data', 'syntax', `en_${set}-ud-dev.conllu`)
    const predicted = path.join(ROOT, 'out', `${set}.conllu`)
    writeFileSync(predicted, run(process.execPath, [PROGRAM, 'analyse', '--tokens', '--format', 'conllu', gold]))
    const line = run('python3', [path.join(shared, 'tools', 'conllu_score.py'), gold, predicted])
    for (const [, name, value] of line.matchAll(/(UPOS|UAS|LAS) ([\d.]+)/g))
      figures.set(`syntax/${set}/${name}`, Number(value))
    figures.set(`syntax/${set}/lemma`, lemmaAccuracy(readFileSync(gold, 'utf8'), readFileSync(predicted, 'utf8')))
  }
}

/** The table of scores at first sight; they are measured once and never again. */
function firstSight(): string {
  const page = readFileSync(path.join(ROOT, 'corpus', 'first-sight', 'SCORES.md'), 'utf8')
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')
}

/** The lemmas of a treebank's words, in order. */
const lemmasOf = (conllu: string): string[] =>
  [...conllu.matchAll(/^\d+\t[^\t]*\t([^\t]*)\t/gm)].map(([, lemma]) => lemma!)

/** Share of words with the annotators' lemma, per cent; words to which they gave none are left out. */
function lemmaAccuracy(gold: string, predicted: string): number {
  const found = lemmasOf(predicted)
  const pairs = lemmasOf(gold)
    .map((lemma, k) => [lemma, found[k]] as const)
    .filter(([lemma]) => lemma !== '_')
  const right = pairs.filter(([lemma, own]) => lemma === own).length
  return Number(((100 * right) / pairs.length).toFixed(2))
}

function segmentation(shared: string, figures: Figures): void {
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')
  const out = run(process.execPath, ['--import', tsx, path.join(ROOT, 'bench', 'segmentation.ts')], {
    READOUT_SHARED: shared,
  })
  for (const [, set, sentence, token] of out.matchAll(/^(.+)\tsentence F1 ([\d.]+)\ttoken F1 ([\d.]+)/gm)) {
    figures.set(`segmentation/${set}/sentence F1`, Number(sentence)).set(`segmentation/${set}/token F1`, Number(token))
  }
}

function sets(shared: string, figures: Figures): void {
  const out = run(process.execPath, [path.join(shared, 'tools', 'score_sets.mjs'), 'all'], { READOUT: PROGRAM })
  for (const line of out.split('\n').filter(Boolean)) {
    const [set, part, figure, value] = line.split('\t')
    figures.set(`${set}/${part}/${figure}`, Number(value))
  }
}

function gold(shared: string, part: 'gold' | 'corpus', figures: Figures): void {
  const folder = goldFolder(shared, part)
  const out = path.join(ROOT, 'out', part)
  readGold(folder, out)
  const table = scoreGold(shared, folder, out)
  for (const [, kind, p, r, f, score] of table.matchAll(
    /^(\w+) +\d+ +\d+ +\d+ +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)$/gm,
  )) {
    figures
      .set(`${part}/${kind}/P`, Number(p))
      .set(`${part}/${kind}/R`, Number(r))
      .set(`${part}/${kind}/F1`, Number(f))
      .set(`${part}/${kind}/score`, Number(score))
  }
  const { score, precision, recall } = goldScore(table)
  figures
    .set(`${part}/all/reading score`, score)
    .set(`${part}/all/precision`, precision)
    .set(`${part}/all/recall`, recall)
}

const show = (value: number): string =>
  Number.isNaN(value) ? 'not measured' : value > 1 ? value.toFixed(2) : value.toFixed(3)

function page(figures: Figures): string {
  const value = (key: string): number => figures.get(key) ?? Number.NaN
  const rows = TARGETS.map(({ what, on, key, atLeast }) => {
    const reached = value(key) >= atLeast ? 'yes' : 'no'
    return `| ${what} | ${on} | ${show(value(key))} | ${atLeast} | ${reached} |`
  })
  const kinds = ['statement', 'event', 'relation', 'agreement', 'dependency', 'estimate', 'actors'].map(
    (kind) => `| ${kind} | ${['P', 'R', 'F1', 'score'].map((f) => show(value(`gold/${kind}/${f}`))).join(' | ')} |`,
  )
  const all = [...figures].map(([key, v]) => `| ${key.split('/').join(' | ')} | ${show(v)} |`)
  return `# Accuracy

Made by \`npm run bench:accuracy\` (needs the external development sets; they are not part of the project). Every figure
is of the development part of its set. Speeds are in [speed.md](speed.md).

## Reports met for the first time

Each batch was annotated by people who had not seen what the program reads, and was read once before anybody had studied it:
this is what to expect of a report that nobody tuned to. [More about the batches](../corpus/first-sight/SCORES.md).

${firstSight()}

## Development sets

| what | on | reached | to reach | |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Readings of the gold reports, by kind

\`npm run bench:gold\` prints this table for each report; \`-- --show\` lists every mistake. Of actors only recall is scored.

| kind | precision | recall | F1 | score |
| --- | --- | --- | --- | --- |
${kinds.join('\n')}

## All figures

| set | part | figure | value |
| --- | --- | --- | --- |
${all.join('\n')}
`
}

function check(figures: Figures): number {
  const told: Record<string, number> = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {}
  const fallen = TARGETS.filter(({ key }) => told[key] !== undefined && (figures.get(key) ?? 0) < told[key] - SLACK)
  for (const { key } of fallen) console.log(`fallen: ${key} was ${told[key]}, is ${figures.get(key)}`)
  return fallen.length
}

const shared = requireShared('bench:accuracy')
const figures: Figures = new Map()
mkdirSync(path.join(ROOT, 'out'), { recursive: true })
syntax(shared, figures)
segmentation(shared, figures)
sets(shared, figures)
gold(shared, 'gold', figures)
gold(shared, 'corpus', figures)
const text = page(figures)
console.log(text.slice(0, text.indexOf('## All figures')))
if (process.argv.includes('--check')) process.exitCode = check(figures) > 0 ? 1 : 0
else {
  writeFileSync(PAGE, text)
  writeFileSync(FIGURES, `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`)
}
