import type { TimeExpression } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import { lowerBound } from '../../model/lower-bound.ts'
import type { Times } from '../../vocabulary/times.ts'
import type { Named } from '../steps.ts'
import { fromDay, parseDay } from './calendar.ts'
import { type Meaning, type TimeContext, toCaught } from './context.ts'
import type { Expression } from './find.ts'
import { makers } from './make/index.ts'
import { type Period, yearOf } from './period.ts'
import { type Directions, tenseOver } from './tense.ts'

/** Resolves expressions in the order of the text: what has been said before is what later ones are counted from. */
export function resolve(found: readonly Expression[], analysis: Named, times: Times): TimeExpression[] {
  const { tree } = indexOf(analysis)
  const now = parseDay(analysis.document.publishedAt)
  const make = makers(times.holidays)
  const memory = new Memory(now)
  const directions = directionsOf(times)
  const resolved = found.flatMap((expression) => {
    const { match, firstToken, lastToken } = expression
    const sentence = analysis.tokens[firstToken]!.sentence
    const context = memory.context(sentence, tenseOver(tree, firstToken, lastToken, directions))
    const meaning = make[match.rule.make](toCaught(match.captures, match.rule.with), context)
    if (!meaning) return []
    memory.keep(meaning, sentence)
    const { type, value, interval, anchor } = meaning
    return [{ start: expression.start, end: expression.end, type, value, interval, ...(anchor ? { anchor } : {}) }]
  })
  return borrowYears(resolved, analysis)
}

const CALENDAR = /^\d{4}-\d\d(-\d\d)?$/

/** "From 3 August to 3 November 2018": the year of the end is that of the beginning too, or the one after it. */
function borrowYears(times: readonly TimeExpression[], { tokens }: Named): TimeExpression[] {
  return times.map((time, index): TimeExpression => {
    const next = times[index + 1]
    if (!next || !time.anchor || next.anchor || !CALENDAR.test(time.value) || !CALENDAR.test(next.value)) return time
    const joint = tokens[lowerBound(tokens, ({ start }) => start < time.end)]
    const after = joint && tokens[joint.index + 1]
    if (!after || after.start !== next.start || !JOINTS.test(`${joint.upos} ${joint.text}`)) return time
    const year = Number(next.value.slice(0, 4))
    const own = time.value.slice(4) > next.value.slice(4) && joint.upos === 'ADP' ? year - 1 : year
    return inYear(time, own)
  })
}
/** A preposition, a conjunction or a dash between two dates. */
const JOINTS = /^(ADP|CCONJ|SYM) |^PUNCT [-–—]$/

function inYear({ start, end, type, value, interval }: TimeExpression, year: number): TimeExpression {
  const [own, month] = value.split('-').map(Number) as [number, number]
  const moved = (date: string | null): string | null => date && `${year}${date.slice(4)}`
  if (own === year || (month === 2 && own % 4 === 0) !== (month === 2 && year % 4 === 0))
    return { start, end, type, value, interval }
  const days = interval && { start: moved(interval.start), end: moved(interval.end) }
  return { start, end, type, value: `${year}${value.slice(4)}`, interval: days }
}

function directionsOf(times: Times): Directions {
  const entries = (id: string) => [...times.classes.get(id)!.entries.values()].flat()
  return {
    ahead: new Set(entries('looks-ahead').map(({ words }) => words.join(' '))),
    carriesOn: new Set(entries('carries-on').map(({ words }) => words.join(' '))),
    prepositions: new Map(entries('looks').map(({ words, value }) => [words.join(' '), value as TimeContext['tense']])),
  }
}

/** What the text has said of times so far. */
class Memory {
  private here: Period | null = null
  private reported: Period | null = null
  private saidYear: { readonly year: number; readonly sentence: number } | null = null
  private readonly yearsOfDays = new Map<number, number>()
  constructor(private readonly now: number | null) {}

  context(sentence: number, tense: TimeContext['tense']): TimeContext {
    const said = this.saidYear
    return {
      now: this.now,
      here: this.here,
      reported: this.reported,
      tense,
      yearOfDay: (month, day) => this.yearsOfDays.get(month * 100 + day),
      saidYear: said && sentence === said.sentence ? said.year : null,
    }
  }

  keep({ period, full, compared }: Meaning, sentence: number): void {
    if (!period || compared) return
    this.here = period
    if (period.grain === 'quarter') this.reported = period
    if (period.grain === 'day' && full) {
      const { year, month, day } = fromDay(period.index)
      this.yearsOfDays.set(month * 100 + day, year)
    }
    const year = yearOf(period)
    const other = this.now === null || fromDay(this.now).year !== year
    this.saidYear = other && full && period.grain !== 'decade' && period.grain !== 'century' ? { year, sentence } : null
  }
}
