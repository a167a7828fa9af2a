import type { Analysis, Token } from '../model/analysis.ts'
import { ReadoutError } from '../model/errors.ts'
import type { RawSentence } from './steps.ts'

/**
 * A CoNLL-U file taken apart: the text that its words spell, the sentences and tokens in it as spans, and the lines of
 * each sentence, so that an analysis can be written back over them.
 */
export interface Conllu {
  readonly text: string
  readonly sentences: readonly RawSentence[]
  readonly lines: readonly (readonly string[])[]
}

const COLUMNS = 10
const WORD = /^[0-9]+$/
const RANGE = /^([0-9]+)-([0-9]+)$/
const NEW_PARAGRAPH = /^# *new(par|doc)\b/

interface Open {
  text: string
  paragraph: number
  readonly sentences: RawSentence[]
  readonly lines: string[][]
}

/** Ids of the last word of a multiword token: the words before it are followed by no space. */
function joins(lines: readonly string[]): Map<string, boolean> {
  const glued = new Map<string, boolean>()
  for (const line of lines) {
    const [id = '', , , , , , , , , misc = ''] = line.split('\t')
    const noSpace = misc.split('|').includes('SpaceAfter=No')
    const range = RANGE.exec(id)
    if (range === null) {
      if (!glued.has(id)) glued.set(id, noSpace)
      continue
    }
    const last = Number(range[2])
    for (let word = Number(range[1]); word < last && word - Number(range[1]) < lines.length; word++)
      glued.set(String(word), true)
    glued.set(String(last), noSpace)
  }
  return glued
}

function addSentence(open: Open, lines: string[], firstLine: number): void {
  if (lines.some((line) => NEW_PARAGRAPH.test(line)) && open.sentences.length > 0) {
    open.paragraph++
    open.text = `${open.text.trimEnd()}\n\n`
  }
  const rows = lines.filter((line) => !line.startsWith('#'))
  const glued = joins(rows)
  const tokens = []
  const from = open.text.length
  for (const line of rows) {
    const columns = line.split('\t')
    if (columns.length !== COLUMNS || columns[1] === '')
      throw new ReadoutError('input-not-conllu', `sentence at line ${firstLine}: a line has no ten columns: ${line}`)
    if (!WORD.test(columns[0]!)) continue
    const start = open.text.length
    open.text += columns[1]!
    tokens.push({ start, end: open.text.length })
    if (!glued.get(columns[0]!)) open.text += ' '
  }
  if (tokens.length === 0) return
  const end = tokens.at(-1)!.end
  open.sentences.push({ start: from, end, paragraph: open.paragraph, tokens })
  open.lines.push(lines)
}

/** CoNLL-U → text and tokens. Throws `input-not-conllu` on a line that has no ten columns. */
export function readConllu(file: string): Conllu {
  const open: Open = { text: '', paragraph: 0, sentences: [], lines: [] }
  let lines: string[] = []
  let first = 1
  const all = file.replace(/^\ufeff/, '').split(/\r?\n/)
  for (let i = 0; i <= all.length; i++) {
    const line = all[i] ?? ''
    if (line.trim() !== '') {
      lines.push(line)
      continue
    }
    if (lines.length > 0) addSentence(open, lines, first)
    lines = []
    first = i + 2
  }
  return { text: open.text.trimEnd(), sentences: open.sentences, lines: open.lines }
}

function predicted(columns: readonly string[], token: Token, first: number): string {
  const { lemma, upos, xpos, deprel } = token
  const head = token.head < 0 ? 0 : token.head - first + 1
  return [columns[0], columns[1], lemma, upos, xpos, '_', head, deprel, '_', columns[9]].join('\t')
}

/**
 * The analysis in UD's columns, without features. Over a file that was read, its comments, multiword tokens and last
 * column are kept; empty nodes ("8.1") are left out, since what refers to them is.
 */
export function writeConllu(analysis: Pick<Analysis, 'sentences' | 'tokens' | 'document'>, over?: Conllu): string {
  const out: string[] = []
  for (const { index, first, last, start, end } of analysis.sentences) {
    const lines = over?.lines[index] ?? plainLines(analysis, first, last, start, end)
    let next = first
    for (const line of lines) {
      const columns = line.split('\t')
      if (line.startsWith('#') || RANGE.test(columns[0]!)) out.push(line)
      else if (WORD.test(columns[0]!)) out.push(predicted(columns, analysis.tokens[next++]!, first))
    }
    out.push('')
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}

function plainLines(
  { document, tokens }: Pick<Analysis, 'tokens' | 'document'>,
  first: number,
  last: number,
  start: number,
  end: number,
): string[] {
  const lines = [`# text = ${document.text.slice(start, end).replace(/\s+/g, ' ')}`]
  for (let i = first; i <= last; i++) {
    const glued = tokens[i + 1]?.start === tokens[i]!.end
    const form = tokens[i]!.text.replace(/\s+/g, ' ')
    lines.push([i - first + 1, form, '_', '_', '_', '_', '_', '_', '_', glued ? 'SpaceAfter=No' : '_'].join('\t'))
  }
  return lines
}
