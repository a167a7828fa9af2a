import { z } from 'zod'
import type { Question } from '../../../6-answer/index.ts'

const exists = (value: string): boolean => {
  const day = value.slice(0, 10)
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toJSON().startsWith(day) && !Number.isNaN(new Date(value).getTime())
}

/** As everywhere, by the calendar of UTC: a zone may carry a moment over the end of it. */
const counted = (value: string): boolean => !exists(value) || /^(?!0000)\d{4}-/.test(new Date(value).toJSON())
const YEARS = 'outside the years 0001 to 9999'

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day like 2031-05-14')
  .refine(exists, 'no day of the calendar')
  .refine(counted, YEARS)
export const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'a day, or a date-time with its zone',
  )
  .refine(exists, 'no day of the calendar')
  .refine(counted, YEARS)

const name = z.string().min(1).max(300)

/** One value, or several by naming the parameter again. */
export const several = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item).max(100), item.transform((one) => [one] as z.output<T>[])])

const certainty = z.enum(['certain', 'probable', 'possible', 'unknown'])

/** Filters that every question takes. */
export const filters = {
  about: several(name).optional().describe('names or ids of actors that take part'),
  since: day.optional().describe('first day, inclusive'),
  until: day.optional().describe('last day, inclusive'),
  asOf: day.optional().describe('what held on that day'),
  known: moment.optional().describe('as it was known then'),
  certainty: several(certainty).optional(),
  minScore: z.coerce.number().min(0).max(1).optional().describe('only records with at least this score'),
  sources: several(name).optional().describe('publishers or actors on whose word'),
} as const

export const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('most rows of one answer'),
  cursor: z.string().max(600).optional().describe('`next` of the answer before'),
} as const

/** Of lists that were whole before they could be divided. */
export const pagingOfAll = {
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('most rows of one answer; left out: all'),
  cursor: paging.cursor,
} as const

type Filters = { readonly [K in keyof typeof filters]?: z.output<(typeof filters)[K]> }

/** What was asked, without what was left out. */
export function questionOf(asked: Filters): Question {
  const keys = Object.keys(filters) as (keyof Filters)[]
  return Object.fromEntries(keys.filter((key) => asked[key] !== undefined).map((key) => [key, asked[key]])) as Question
}
