/** What stands after the `?` of an address: plain parameters, several values by naming one again. */
export type Search = Readonly<Record<string, string | readonly string[]>>

export function readSearch(text: string): Search {
  const search: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const had = search[key]
    search[key] = had === undefined ? value : [...(Array.isArray(had) ? had : [had]), value]
  }
  return search
}

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') parameters.append(key, String(one))
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** The two times go along from view to view; all else belongs to one view. */
export const TIMES = ['asOf', 'known'] as const

const LISTS: ReadonlySet<string> = new Set(['about', 'certainty', 'sources'])
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/
const CHECKS: Readonly<Record<string, RegExp>> = { asOf: DAY, since: DAY, until: DAY, known: MOMENT }

/** An address that somebody typed wrong shows the view without what is wrong in it. */
export function checkSearch(search: Readonly<Record<string, unknown>>): Search {
  const checked: Record<string, string | string[]> = {}
  for (const [key, value] of Object.entries(search)) {
    const values = (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string')
    const fitting = values.filter((v) => v !== '' && (CHECKS[key]?.test(v) ?? true))
    if (fitting.length === 0) continue
    checked[key] = LISTS.has(key) || fitting.length > 1 ? fitting : fitting[0]!
  }
  return checked
}
