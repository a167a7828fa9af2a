/** Reads GUM: its trees as an analysis, and the mentions and chains that its annotators saw. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Parsed } from '../../src/2-analyse/steps.ts'
import type { Sentence, Token } from '../../src/model/analysis.ts'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const shared = process.env.READOUT_SHARED ?? path.join(root, '../shared')

export interface GoldMention {
  readonly start: number
  readonly end: number
  readonly type: string
}
export interface GumDocument {
  readonly id: string
  readonly genre: string
  readonly split: string
  readonly text: string
  readonly entities: readonly GoldMention[]
  readonly clusters: Readonly<Record<string, readonly number[]>>
}

export function gumDocuments(split: string): GumDocument[] {
  return readFileSync(path.join(shared, 'data/coreference/gum.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { doc_id: id, ...rest } = JSON.parse(line) as GumDocument & { doc_id: string }
      return { ...rest, id }
    })
    .filter((document) => document.split === split)
}

/** Trees of a CoNLL-U file by document, each sentence a list of columns. */
export function gumTrees(split: string): Map<string, string[][][]> {
  const documents = new Map<string, string[][][]>()
  let current: string[][][] = []
  let open = false
  for (const line of readFileSync(path.join(shared, `data/syntax/en_gum-ud-${split}.conllu`), 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      current = []
      documents.set(line.slice(14), current)
      open = false
    } else if (line === '') open = false
    else if (!line.startsWith('#')) {
      const columns = line.split('\t')
      if (/[-.]/.test(columns[0]!)) continue
      if (!open) current.push([])
      open = true
      current.at(-1)!.push(columns)
    }
  }
  return documents
}

/** GUM's own tokens and trees over the document's text. */
export function goldParse({ id, text }: GumDocument, trees: readonly string[][][]): Parsed {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let at = 0
  let paragraph = 0
  for (const rows of trees) {
    const first = tokens.length
    rows.forEach((columns, k) => {
      const start = text.indexOf(columns[1]!, at)
      if (start < 0) throw new Error(`${id}: "${columns[1]}" is not where it should be`)
      if (k === 0 && text.slice(at, start).includes('\n\n')) paragraph++
      at = start + columns[1]!.length
      tokens.push({
        start,
        end: at,
        index: first + k,
        sentence: sentences.length,
        text: columns[1]!,
        lemma: columns[2]!,
        upos: columns[3]!,
        xpos: columns[4]!,
        head: columns[6] === '0' ? -1 : first + Number(columns[6]) - 1,
        deprel: columns[7]!,
      })
    })
    const last = tokens.length - 1
    sentences.push({ index: sentences.length, paragraph, start: tokens[first]!.start, end: at, first, last })
  }
  return { document: { id, language: 'en', text }, tokens, sentences }
}
