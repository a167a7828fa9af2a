import type { TimeExpression } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
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
  return found.flatMap((expression) => {
    const { match, firstToken, lastToken } = expression
    const sentence = analysis.tokens[firstToken]!.sentence
    const context = memory.context(sentence, tenseOver(tree, firstToken, lastToken, directions))
    const meaning = make[match.rule.make](toCaught(match.captures, match.rule.with), context)
    if (!meaning) return []
    memory.keep(meaning, sentence)
    const { type, value, interval, anchor } = meaning
    return [{ start: expression.start, end: expression.end, type, value, interval, ...(anchor ? { anchor } : {}) }]
  })
}

function directionsOf(times: Times): Directions {
  const entries = (id: string) => [...times.classes.get(id)!.entries.values()].flat()
  return {
    ahead: new Set(entries('looks-ahead').map(({ words }) => words.join(' '))),
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
