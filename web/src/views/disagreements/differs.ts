import type { HeldRecord } from '../../../../src/5-ledger/index.ts'
import type { Disagreement, Side } from '../../../../src/6-answer/index.ts'
import type { Span } from '../../../../src/model/index.ts'

/** Which words of a quotation make the difference, as spans of the words. */
type Find = (words: string, side: Side, record: HeldRecord | undefined, other: string) => readonly Span[]

const spansOf = (words: string, pattern: RegExp): Span[] =>
  [...words.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

const COUNTS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|scores?|hundreds|thousands'
const NUMBER = new RegExp(
  `(?:\\b(?:at least|up to|about|some|around|more than|fewer than|between) )?(?:\\d[\\d.,]*\\d|\\d|\\b(?:${COUNTS})\\b)(?:(?:[ -]|,? and )(?:\\d[\\d.,]*\\d|\\d|(?:${COUNTS})\\b))*`,
  'giu',
)
/** A day of a month is no figure: "9 June", "June 9". */
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const isDay = (words: string, { start, end }: Span): boolean =>
  new RegExp(`^ (?:${MONTHS})`, 'iu').test(words.slice(end)) ||
  new RegExp(`(?:${MONTHS})[a-z]* $`, 'iu').test(words.slice(0, start))

const numbers = (words: string): Span[] => spansOf(words, NUMBER).filter((span) => !isDay(words, span))

const NEGATION =
  /\b(?:(?:did|does|do|was|were|is|are|has|have|had|will|would|could|can) not(?: \w+)?|\w+n['’]t(?: \w+)?|never(?: \w+)?|not|no|nobody|nothing|neither|denie[sd]|deny|denying|rejected|refuted)\b/giu

/** What is denied on one side, and the same word on the side that says it. */
const denial: Find = (words, _side, _record, other) => {
  const denied = spansOf(words, NEGATION)
  const [inOther] = spansOf(other, NEGATION)
  const verb = inOther && other.slice(inOther.start, inOther.end).split(' ').at(-1)!.slice(0, 4)
  if (denied.length > 0 || !verb || verb.length < 4 || !/^[a-z]+$/iu.test(verb)) return denied
  return spansOf(words, new RegExp(`\\b${verb}\\w*`, 'giu')).slice(0, 1)
}

const written =
  (text: string | null) =>
  (words: string): Span[] => {
    const at = text === null || text === '' ? -1 : words.indexOf(text)
    return at < 0 ? [] : [{ start: at, end: at + text!.length }]
  }

/** Names of those who take part in one but not in the other. */
const who: Find = (words, _side, record) =>
  (record?.parts ?? [])
    .filter((part) => part.part !== 'source' && part.part !== 'place')
    .flatMap(({ name }) => written(name)(words))

const statusWords: Find = (words, { subtype }) => {
  const stem = subtype.split(' ').at(-1)!.slice(0, 5)
  return spansOf(words, new RegExp(`\\b${stem.replace(/[^a-z]/giu, '')}\\w*`, 'giu'))
}

const FINDS: Readonly<Record<Disagreement['type'], Find>> = {
  number: numbers,
  polarity: denial,
  time: (words, side) => written(side.when.text)(words),
  who,
  status: statusWords,
}

/** The words of a side that differ from the other's, as spans of its report's text. */
export function differing(
  type: Disagreement['type'],
  side: Side,
  record: HeldRecord | undefined,
  other: Side,
): readonly Span[] {
  const others = other.citation.quotes.map((quote) => quote.words).join(' … ')
  return side.citation.quotes.flatMap((quote) =>
    FINDS[type](quote.words, side, record, others).map(({ start, end }) => ({
      start: quote.start + start,
      end: quote.start + end,
    })),
  )
}
