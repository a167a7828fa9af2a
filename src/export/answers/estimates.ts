import type { Answer, Figure, Series } from '../../6-answer/index.ts'
import { numberRange } from '../describe.ts'
import { harmless, shorten } from '../paint.ts'
import { citations, type Look, type Page, render, showStanding, showWhen } from './layout.ts'

const WHO = 24
const WHEN = 26
const OPEN_SHARE = 0.15

interface Scale {
  readonly low: number
  readonly high: number
}

/** Both ends of a figure; an open end reaches a little way past the other. */
function ends({ low, high }: Figure, scale: Scale): [number, number] {
  const reach = (scale.high - scale.low) * OPEN_SHARE
  const from = low ?? (high === null ? scale.low : Math.max(0, high - reach))
  return [from, high ?? (low === null ? scale.high : low + reach)]
}

function scaleOf(figures: readonly Figure[]): Scale {
  const numbers = figures.flatMap((f) => [f.low, f.high]).filter((n): n is number => n !== null)
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  if (numbers.length === 0) return { low: 0, high: 1 }
  return low === high ? { low: Math.min(0, low), high: Math.max(high, 1) } : { low, high }
}

/** A bar over the plot's columns: ├──┤ a range, ● one number, ◄ and ► open ends. */
export function bar(figure: Figure, scale: Scale, columns: number): string {
  const at = (n: number): number =>
    Math.max(0, Math.min(columns - 1, Math.round(((n - scale.low) / (scale.high - scale.low)) * (columns - 1))))
  const [from, to] = ends(figure, scale).map(at) as [number, number]
  if (from === to) return `${' '.repeat(from)}●`
  const left = figure.low === null ? '◄' : '├'
  const right = figure.high === null ? '►' : '┤'
  return `${' '.repeat(from)}${left}${'─'.repeat(Math.max(0, to - from - 1))}${right}`
}

function line(figure: Figure, scale: Scale, page: Page): string {
  const columns = Math.max(10, page.width - WHO - WHEN - 22)
  const number = `${figure.approximate ? '~' : ''}${numberRange(figure.low, figure.high)}`
  const marks = [figure.revises.length > 0 ? 'revised' : '', showStanding(figure)].filter(Boolean).join(', ')
  const cells = [
    shorten(showWhen(figure.when), WHEN).padEnd(WHEN),
    shorten(harmless(figure.source), WHO - 1).padEnd(WHO),
    number.padEnd(16),
  ]
  return `  ${cells.join('')}${page.paint('yellow', bar(figure, scale, columns).padEnd(columns))} ${marks}`.trimEnd()
}

export function series(row: Series, page: Page): string[] {
  const scale = scaleOf(row.figures)
  const unit = row.unit && row.unit !== row.measure ? ` (${row.unit})` : ''
  const title = page.paint('bold', harmless(`${row.of?.name ?? 'not told of whom'}: ${row.measure}${unit}`))
  const words = row.figures.flatMap((f) => citations(f.citations, page))
  return [title, ...row.figures.map((f) => line(f, scale, page)), ...words]
}

export const renderEstimates = (answer: Answer<Series>, look: Look = {}): string => render(answer, look, series)
