/**
 * How both drivers give values back: dates and date-times as ISO strings (null where infinite), 64-bit integers as
 * numbers, JSON as values. Object ids of the types are fixed in PostgreSQL's catalog (pg_type).
 */
const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20
const JSON_TYPE = 114
const JSONB = 3802

const infinite = (text: string): boolean => text === 'infinity' || text === '-infinity'

/** `2031-02-07 10:00:00.5+00` → `2031-02-07T10:00:00.500Z`. Sessions run in UTC. */
function readTime(text: string): string | null {
  if (infinite(text)) return null
  const [, day, time, fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?/.exec(text)!
  return `${day}T${time}.${`${fraction}000`.slice(0, 3)}Z`
}

export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [DATE]: (text) => (infinite(text) ? null : text),
  [TIMESTAMPTZ]: readTime,
  [INT8]: Number,
  [JSON_TYPE]: (text) => JSON.parse(text) as unknown,
  [JSONB]: (text) => JSON.parse(text) as unknown,
}
