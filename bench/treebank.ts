import type { RawSentence } from '../src/2-analyse/steps.ts'
import type { Span } from '../src/model/span.ts'

/** A document of a treebank as raw text with the gold division of it. */
export interface Tree {
  readonly id: string
  readonly text: string
  readonly sentences: readonly RawSentence[]
}

interface Draft {
  readonly id: string
  text: string
  paragraph: number
  /** Whether the last token is followed by no space. */
  glued: boolean
  readonly sentences: RawSentence[]
}

/** The documents of a CoNLL-U file whose names begin with `prefix`. */
export function readTreebank(content: string, prefix: string): Tree[] {
  const documents: Draft[] = []
  for (const block of content.split('\n\n')) {
    const lines = block.split('\n')
    const id = comment(lines, 'newdoc')
    if (id !== undefined) documents.push({ id, text: '', paragraph: -1, glued: false, sentences: [] })
    const document = documents.at(-1)
    if (document?.id.startsWith(prefix)) addSentence(document, lines)
  }
  return documents.filter((document) => document.sentences.length > 0)
}

function comment(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((l) => l.startsWith(`# ${name} `) || l.startsWith(`# ${name}`))
  return line?.includes('=') ? line.slice(line.indexOf('=') + 1).trim() : line
}

function addSentence(document: Draft, lines: readonly string[]): void {
  const text = lines.find((l) => l.startsWith('# text = '))?.slice('# text = '.length)
  if (text === undefined) return
  const opens = document.sentences.length === 0 || lines.some((l) => /^# newpar(?:\s|$)/.test(l))
  const between = opens ? '\n\n' : document.glued ? '' : ' '
  if (document.sentences.length > 0) document.text += between
  document.glued = endsGlued(lines)
  if (opens) document.paragraph++
  const start = document.text.length
  document.text += text
  const tokens = placeTokens(text, start, lines)
  document.sentences.push({ start, end: start + text.length, paragraph: document.paragraph, tokens })
}

/** Whether no space follows the last token. A multiword token says so on its own line, "3-4", before its words. */
function endsGlued(lines: readonly string[]): boolean {
  const tokens = lines.filter((line) => /^\d+(?:-\d+)?\t/.test(line))
  const last = tokens.at(-1)?.split('\t')[0]
  return tokens.slice(-4).some((line) => {
    const [id, ...rest] = line.split('\t')
    return (id === last || id?.endsWith(`-${last}`)) && rest.at(-1)?.includes('SpaceAfter=No')
  })
}

/** Each token where it stands in the text; a multiword token's words divide its letters ("daughter's" → daughter, 's). */
function placeTokens(text: string, offset: number, lines: readonly string[]): Span[] {
  const tokens: Span[] = []
  let at = 0
  for (const [id, form] of lines.filter((l) => /^\d+\t/.test(l)).map((l) => l.split('\t'))) {
    while (/\s/.test(text[at] ?? '')) at++
    if (text.startsWith(form!, at)) tokens.push({ start: offset + at, end: offset + at + form!.length })
    else throw new Error(`token ${id} "${form}" does not stand at ${at} of: ${text}`)
    at += form!.length
  }
  return tokens
}
