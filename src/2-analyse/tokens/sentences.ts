import type { Span } from '../../model/span.ts'
import type { Segmentation } from '../../vocabulary/segmentation.ts'
import { afterDateline } from './dateline.ts'
import { isSeam } from './seams.ts'
import { endingOf } from './stops.ts'

const STOPS = new Set('.!?…]。！？؟।')
const TERMINAL = /^(?:[.!?]+|…|\[(?:\.\.\.|…)\]|[。！？؟।])$/
const DOTS = /[.…\]]/
const OPENER = /^(?:["'“‘«„‹([{*·•▪‣◦–—-]|``|--+)$/
const CLOSER = /^(?:["'”’»“‹›)\]}]|''|’’)$/
const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const CASELESS = /^[\p{N}\p{Lo}#@$€£]/u
const LOWER = /^\p{Ll}/u
const ADDRESS = /^(?:https?:\/\/|www\.)/i
const BRACKET = /^[()[\]]$/
/** What is shorter before a full stop may be an abbreviation that no row lists. */
const SHORTEST_LAST_WORD = 4
/** How many tokens after `"…?"` are searched for the verb of saying. */
const REPORTING_REACH = 6

/** Groups the tokens of one block into sentences; returns the first token of each. */
export function findSentenceStarts(text: string, tokens: readonly Span[], segmentation: Segmentation): number[] {
  const starts: number[] = []
  if (tokens.length > 0) starts.push(0)
  const dateline = afterDateline(text, tokens)
  if (dateline > 0) starts.push(dateline)
  for (let i = dateline; i < tokens.length - 1; i++) {
    const first = starts.at(-1)!
    if (i > first && isSeam(text, tokens, { first, at: i }, segmentation)) starts.push(i)
    const stop = stopOf(text, tokens[i]!, segmentation)
    if (!stop || isHeading(text, tokens, { first: starts.at(-1)!, last: i }, segmentation)) continue
    const next = skipClosers(text, tokens, i + 1, segmentation)
    if (next < tokens.length && opensSentence(text, tokens, { stop, last: i, next }, segmentation)) starts.push(next)
    i = Math.max(i, next - 1)
  }
  return starts
}

const ITEM_NUMBER = /^\d{1,3}(?:\.\d{1,2})*$/
const ONLY_DOTS = /^(?:\.{2,}|…)$/

/** Whether what stands before a full stop is no sentence yet: "3.", "Figure 2.", "...". */
function isHeading(
  text: string,
  tokens: readonly Span[],
  { first, last }: { first: number; last: number },
  { figures }: Segmentation,
): boolean {
  const word = wordAt(text, tokens[first]!)
  if (last === first) return ONLY_DOTS.test(word)
  if (last === first + 1)
    return ITEM_NUMBER.test(word) || (OPENER.test(word) && ONLY_DOTS.test(wordAt(text, tokens[last]!)))
  if (last > first + 2) return false
  const number = wordAt(text, tokens[first + 1]!)
  return ITEM_NUMBER.test(number) && (figures.has(word.toLowerCase()) || OPENER.test(word))
}

type Stop = 'full' | 'dots' | 'call' | 'rarely'

/** How a token may end a sentence, if it may. */
function stopOf(text: string, token: Span, segmentation: Segmentation): Stop | undefined {
  const last = text[token.end - 1]!
  if (!STOPS.has(last)) return undefined
  const length = token.end - token.start
  if (length <= 8 && TERMINAL.test(text.slice(token.start, token.end)))
    return DOTS.test(last) && (length > 1 || last === '…') ? 'dots' : last === '.' ? 'full' : 'call'
  if (last !== '.' || length > 24) return undefined
  const word = text.slice(token.start, token.end - 1)
  return endingOf(word, segmentation) === 'rarely' ? 'rarely' : undefined
}

/** Past the marks that close what a sentence end stands in: quotation marks, brackets, "[17]". */
function skipClosers(text: string, tokens: readonly Span[], from: number, segmentation: Segmentation): number {
  let next = isNoteNumber(text, tokens, from, segmentation) ? from + 1 : from
  while (next < tokens.length) {
    const token = tokens[next]!
    const word = text.slice(token.start, Math.min(token.end, token.start + 3))
    const note = word === '[' && noteEnd(text, tokens, next)
    if (note) next = note
    else if (CLOSER.test(word) && closes(text, token, word)) next++
    else break
  }
  return next
}

/** A raised number, of a note, that became an ordinary one: "The truce held. 4 The talks went on." */
function isNoteNumber(text: string, tokens: readonly Span[], at: number, { openers }: Segmentation): boolean {
  const [number, next] = [tokens[at], tokens[at + 1]]
  if (!number || !next || !/^\d{1,3}$/.test(wordAt(text, number))) return false
  const word = wordAt(text, next)
  return CAPITAL.test(word) && openers.has(word.toLowerCase())
}

/** A reference to a note: "[17]". */
function noteEnd(text: string, tokens: readonly Span[], at: number): number | undefined {
  const [number, close] = [tokens[at + 1], tokens[at + 2]]
  if (!number || !close || text[close.start] !== ']') return undefined
  return /^\d{1,3}$/.test(text.slice(number.start, number.end).slice(0, 4)) ? at + 3 : undefined
}

const GLUED = /\S/

/** A mark that may open as well as close does the latter where nothing stands between it and what is before it. */
function closes(text: string, token: Span, word: string): boolean {
  if (!/^["'“]$/.test(word)) return true
  const before = GLUED.test(text[token.start - 1] ?? ' ')
  const after = GLUED.test(text[token.end] ?? ' ')
  return before || !after
}

interface Gap {
  readonly stop: Stop
  readonly last: number
  readonly next: number
}

function opensSentence(text: string, tokens: readonly Span[], gap: Gap, segmentation: Segmentation): boolean {
  let at = gap.next
  while (at < tokens.length - 1 && OPENER.test(wordAt(text, tokens[at]!))) at++
  const word = wordAt(text, tokens[at]!)
  const quoted = gap.next > gap.last + 1
  if (gap.stop === 'rarely') return CAPITAL.test(word) && opensOrLabels(word.toLowerCase(), segmentation)
  if (gap.stop === 'dots') return CAPITAL.test(word) || ADDRESS.test(word)
  if (gap.stop === 'call' && quoted && reports(text, tokens, gap.next, segmentation)) return false
  if (CAPITAL.test(word) || CASELESS.test(word)) return true
  if (LOWER.test(word)) return opensSmall(text, tokens, { gap, at, word }, segmentation)
  return gap.stop === 'full' && at > gap.next
}

const opensOrLabels = (lower: string, { openers, labels }: Segmentation): boolean =>
  openers.has(lower) || labels.has(lower)

/** Whether a sentence begins with a small letter: the writer uses no capitals, or an address or a bracket opens it. */
function opensSmall(
  text: string,
  tokens: readonly Span[],
  { gap, at, word }: { gap: Gap; at: number; word: string },
  segmentation: Segmentation,
): boolean {
  for (let i = gap.last + 1; i < at; i++) if (!BRACKET.test(wordAt(text, tokens[i]!))) return false
  const before = tokens[gap.last - 1]
  if (!before || TERMINAL.test(wordAt(text, before))) return false
  if (ADDRESS.test(word)) return true
  if (gap.stop === 'call') return !reports(text, tokens, gap.next, segmentation) && !CAPITAL.test(wordAt(text, before))
  const known = segmentation.openers.has(word)
  if (tokens[gap.last]!.end === tokens[gap.next]!.start) return known
  return known || at > gap.next || before.end - before.start >= SHORTEST_LAST_WORD
}

/** Whether a verb of saying follows before the next stop: `"Will they come?" Reis asked.` */
function reports(text: string, tokens: readonly Span[], from: number, { reporting }: Segmentation): boolean {
  for (let i = from; i < Math.min(tokens.length, from + REPORTING_REACH); i++) {
    const word = wordAt(text, tokens[i]!)
    if (reporting.has(word)) return true
    if (TERMINAL.test(word) || OPENER.test(word)) return false
  }
  return false
}

const wordAt = (text: string, token: Span): string => text.slice(token.start, Math.min(token.end, token.start + 40))
