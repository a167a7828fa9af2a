import type { Answer } from '../../6-answer/index.ts'
import type { Paint } from '../paint.ts'
import * as show from './index.ts'

/** How the terminal shows each question's answer: Markdown says the same. */
const RENDERERS = {
  brief: show.renderBrief,
  timeline: show.renderTimeline,
  statements: show.renderStatements,
  actors: show.renderActors,
  actor: show.renderActor,
  relations: show.renderRelations,
  agreements: show.renderAgreements,
  dependencies: show.renderDependencies,
  estimates: show.renderEstimates,
  disagreements: show.renderDisagreements,
  search: show.renderSearch,
} as const

export type MarkdownQuestion = keyof typeof RENDERERS
export const hasMarkdown = (name: string): name is MarkdownQuestion => Object.hasOwn(RENDERERS, name)

/** Marks of this file's own in what the terminal's layout gives: private characters, which reports' texts lose before. */
const [QUOTE, NOTE, PLOT, STRONG, END, HEAD, ITEM] = [...'\ue000\ue001\ue002\ue003\ue004\ue005\ue006'] as [
  string,
  ...string[],
]
const OURS = /[\ue000-\ue006]/g
const MARKUP = /[\\`*_{}[\]<>#|~]/g

/** A label is padded; a heading is not; what hangs on an entry has an empty label. */
const marks: Paint = (style, text) => {
  if (style === 'italic') return QUOTE + text
  if (style === 'yellow' && /[●├◄]/.test(text)) return PLOT + text
  if (text.trim() === '') return ITEM!
  const isLabel = text.endsWith(' ')
  if (style === 'bold' && !isLabel) return HEAD + text
  return style === 'dim' && !isLabel ? NOTE + text : `${STRONG}${text.trim()}${END} `
}

const escaped = (text: string): string =>
  text
    .replace(MARKUP, '\\$&')
    .replaceAll(STRONG!, '**')
    .replaceAll(END!, '**')
    .replace(OURS, '')
    .replace(/ {2,}/g, ' ')
    .trim()

type Kind = 'blank' | 'quote' | 'note' | 'plot' | 'heading' | 'item' | 'entry' | 'more'
const KINDS: readonly (readonly [mark: string, kind: Kind])[] = [
  [PLOT!, 'plot'],
  [QUOTE, 'quote'],
  [NOTE!, 'note'],
  [HEAD!, 'heading'],
  [ITEM!, 'item'],
  [STRONG!, 'entry'],
]

function kindOf(line: string): Kind {
  const marked = KINDS.find(([mark]) => line.includes(mark))
  if (marked) return marked[1]
  if (line.trim() === '') return 'blank'
  return line.startsWith(' ') ? 'more' : 'entry'
}

interface Paragraph {
  readonly kind: Kind
  text: string
}

/** Lines that the width of a terminal broke are put together again. */
function paragraphs(lines: readonly string[]): Paragraph[] {
  const all: Paragraph[] = []
  for (const line of lines) {
    const kind = kindOf(line)
    const last = all.at(-1)
    const goesOn = kind === 'more' || (kind === last?.kind && (kind === 'quote' || kind === 'note'))
    if (last && goesOn && !/^\W*—/.test(line.replace(OURS, ''))) last.text += ` ${line.trim()}`
    else all.push({ kind, text: line })
  }
  return all
}

const WRITE: Readonly<Record<Kind, (text: string) => string>> = {
  blank: () => '',
  quote: (text) => `  > ${escaped(text)}`,
  note: (text) => `  ${escaped(text)}  `,
  plot: (text) => `      ${text.replace(OURS, '').trim()}`,
  heading: (text) => `\n## ${escaped(text)}\n`,
  item: (text) => `\n  - ${escaped(text)}  `,
  entry: (text) => `\n- ${escaped(text.replace(/^•/, ''))}  `,
  more: (text) => `  ${escaped(text)}  `,
}

/** Private characters of a report's own are none of our marks. */
const withoutMarks = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? inner.replace(OURS, '\ufffd') : inner)),
  )

/** An answer as Markdown: every row with all its citations; nothing in a report's text becomes markup. */
export function markdownOf(name: MarkdownQuestion, answer: Answer<unknown>): string {
  const render = RENDERERS[name] as (answer: Answer<unknown>, look: show.Look) => string
  const text = render(withoutMarks(answer) as Answer<unknown>, {
    paint: marks,
    width: 120,
    citations: Number.MAX_SAFE_INTEGER,
  })
  const filters = Object.entries(answer.question).map(([key, value]) => `${key}: ${String(value)}`)
  const title = name[0]!.toUpperCase() + name.slice(1)
  const head = [`# ${title}`, '', ...(filters.length > 0 ? [escaped(filters.join('; ')), ''] : [])]
  const body = paragraphs(text.split('\n')).map(({ kind, text: line }) => WRITE[kind](line))
  return `${[...head, ...body]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}
