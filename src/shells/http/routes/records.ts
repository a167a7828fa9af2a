import { z } from 'zod'
import type { Ledger } from '../../../ledger.ts'
import { RECORD_KINDS } from '../../../model/index.ts'
import { digest } from '../../service/cursor.ts'
import { cursorAt, listPlace } from '../../service/lists.ts'
import { heldId } from '../../service/schemas/common.ts'
import { day, moment, paging, several } from '../../service/schemas/filters.ts'
import { heldRecord } from '../../service/schemas/held.ts'
import type { Service } from '../../service/service.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const list = z.strictObject({
  asOf: day.optional().describe('what held on that day'),
  known: moment.optional().describe('as it was known then'),
  kinds: several(z.enum(RECORD_KINDS)).optional(),
  publishers: several(z.string().min(1).max(500)).optional(),
  documents: several(heldId).optional(),
  clusters: several(heldId).optional(),
  review: several(z.enum(['proposed', 'accepted', 'corrected']))
    .optional()
    .describe('proposed: nobody judged it yet'),
  ...paging,
})

const page = z.object({
  rows: z.array(heldRecord),
  total: z.int().describe('records of the whole list'),
  next: z.string().nullable().describe('cursor of the next page; null at the end'),
})

type Query = Defined<Omit<z.output<typeof list>, 'limit' | 'cursor'>>
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> } & NonNullable<Parameters<Ledger['records']>[0]>

/** Records as the ledger holds them, in order of time: those of a report, of a happening, or that wait for a judgement. */
export function recordsRoute(app: App, { ledger }: Service): void {
  app.route({
    method: 'GET',
    url: '/api/records',
    config: { role: 'reader' },
    schema: {
      tags: ['Records'],
      summary: 'Records, those that wait for a judgement among them',
      operationId: 'records',
      querystring: list,
      response: { 200: page, ...PROBLEMS },
    },
    handler: async ({ query: { limit, cursor, ...asked } }) => {
      const place = await listPlace(ledger, digest(['records', asked]), asked.known, cursor)
      const { known, offset } = place
      if (known === null) return { rows: [], total: 0, next: null }
      const query = { ...(asked as Query), known }
      const { records: total } = await ledger.count(query)
      const rows = await ledger.records({ ...query, limit, offset })
      const end = offset + rows.length
      return { rows: rows as never, total, next: cursorAt(place, end, end < total) }
    },
  })
}
