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
const isChance = (text: string): boolean => /^\d*\.?\d+$/.test(text) && Number(text) <= 1

/** Is it a day that there is: not 30 February? */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const isDayIn =
  (form: RegExp) =>
  (text: string): boolean =>
    form.test(text) && isDay(text.slice(0, 10))
const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  asOf: isDayIn(DAY),
  since: isDayIn(DAY),
  until: isDayIn(DAY),
  known: isDayIn(MOMENT),
  minScore: isChance,
}

/**
 * An address that somebody typed wrong shows the view without what is wrong in it: that is undefined, since the router
 * keeps what is left out.
 */
export function checkSearch(search: Readonly<Record<string, unknown>>): Search {
  const checked: Record<string, string | string[] | undefined> = {}
  for (const [key, value] of Object.entries(search)) {
    const values = (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string')
    const check = CHECKS[key]
    const fitting = values.filter((v) => v !== '' && (check === undefined || check(v)))
    const several = LISTS.has(key) || (fitting.length > 1 && check === undefined)
    checked[key] = fitting.length === 0 ? undefined : several ? fitting : fitting[0]
  }
  return checked as Search
}
