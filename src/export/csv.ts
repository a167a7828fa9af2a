/** A cell that a spreadsheet would take for a formula is made text; so is one that begins with a tab or a line end. */
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u

/** A cell of text, in quotation marks where it needs them. */
export const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe
}

interface Cite {
  readonly quotes: readonly { readonly words: string }[]
  readonly publisher: string | null
  readonly url: string | null
}

const isCited = (value: object): value is Cite => 'quotes' in value && 'publisher' in value

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join(' | ')
  if (typeof value !== 'object') return String(value)
  if (isCited(value))
    return `${value.quotes.map((q) => q.words).join(' … ')} (${value.publisher ?? value.url ?? 'no publisher'})`
  if ('name' in value) return String(value.name)
  return JSON.stringify(value)
}

/** Fields of a row; those of its dates, interval and support as columns of their own. */
function columnsOf(row: object): [string, unknown][] {
  return Object.entries(row).flatMap(([key, value]): [string, unknown][] => {
    const open = ['when', 'interval', 'support'].includes(key) && value !== null && typeof value === 'object'
    return open ? Object.entries(value).map(([inner, content]) => [`${key}.${inner}`, content]) : [[key, value]]
  })
}

export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Any value as a cell: numbers stay numbers, all else is text. */
export const anyCell = (value: unknown): string => (isNumber(value) ? String(value) : cell(textOf(value)))

/** RFC 4180, one line a row; numbers stay numbers. */
export function toCsv(rows: readonly unknown[]): string {
  const lines = rows.map((row) => new Map(columnsOf(row as object)))
  const names = [...new Set(lines.flatMap((line) => [...line.keys()]))]
  return [names.map(cell), ...lines.map((line) => names.map((name) => anyCell(line.get(name))))].map(csvLine).join('')
}
