import { z } from 'zod'
import type { News } from '../../../6-answer/index.ts'
import { STATUSES } from '../../../model/index.ts'
import { cited, named, when } from './common.ts'
import { disagreement } from './rows.ts'

const text = z.string()
const maybe = z.string().nullable()

const newReport = z.object({
  document: text,
  title: maybe,
  publisher: maybe,
  publishedAt: maybe,
  recordedAt: text,
  version: z.int(),
  outcome: z.enum(['new', 'version']),
  records: z.int().describe('that it brought and that still stand'),
})

const statusChange = z.object({
  id: text,
  name: text,
  from: z.enum(STATUSES).nullable(),
  to: z.enum(STATUSES),
  when,
  citation: cited,
})

const officeChange = z.object({
  id: text,
  change: z
    .enum(['began', 'ended', 'named'])
    .describe('named: in an office in which the ledger knew another; no report says since when'),
  holder: named,
  role: maybe,
  of: named.nullable(),
  day: maybe,
  citation: cited,
})

export const news = z
  .object({
    since: maybe,
    until: maybe.describe('the last write that is looked at'),
    firstRecordedAt: maybe,
    lastRecordedAt: maybe,
    reports: z.array(newReport).describe('those recorded last first'),
    more: z.boolean().describe('there are more reports than these'),
    statuses: z.array(statusChange),
    offices: z.array(officeChange),
    disagreements: z.array(disagreement),
    waiting: z.object({ proposals: z.int(), records: z.int() }).describe('for people, new or not'),
  })
  .meta({ id: 'News' }) satisfies z.ZodType<News>
