import { z } from 'zod'
import type { Ledger } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import { day, moment } from '../../service/schemas/filters.ts'
import { corroboration, heldDocument, heldRecord, keptReading } from '../../service/schemas/held.ts'
import type { Service } from '../../service/service.ts'
import type { App } from '../types.ts'
import { get } from './get.ts'

const knownThen = z.strictObject({ known: moment.optional() })
const times = z.strictObject({ asOf: day.optional(), known: moment.optional() })

/** The one of a list that was asked for by id. */
function only<T>(rows: readonly T[], what: string, id: string): T {
  const [row] = rows
  if (row === undefined) throw new ReadoutError('not-found', `there is no ${what} ${id}`)
  return row
}

/** Single things of the ledger by their ids. */
export function heldRoutes(app: App, { ledger }: Service): void {
  get(
    app,
    '/api/documents/:id',
    'A report with its text and versions',
    knownThen,
    heldDocument,
    async ({ params: { id }, query }) => only(await ledger.documents({ ids: [id], ...query }), 'document', id),
  )
  get(
    app,
    '/api/documents/:id/reading',
    'A report as it is read: its text, whom it names where, and the records that stand in it',
    z.strictObject({
      version: z.coerce.number().int().min(1).max(1_000_000).optional().describe('default: the newest'),
      ...knownThen.shape,
    }),
    keptReading,
    ({ params: { id }, query }) => ledger.reading(id, query as Parameters<Ledger['reading']>[1]),
  )
  get(app, '/api/records/:id', 'A record with its exact words', times, heldRecord, async ({ params: { id }, query }) =>
    only(await ledger.records({ ids: [id], retracted: true, ...query }), 'record', id),
  )
  get(
    app,
    '/api/records/:id/corroboration',
    'On how many words it stands',
    times,
    corroboration,
    ({ params: { id }, query }) => ledger.corroboration(id, query),
  )
}

/** Days and counts. */
export function countRoutes(app: App, { ledger }: Service): void {
  get(
    app,
    '/api/days',
    'The days on which something was published, and on which a report came in',
    z.strictObject({}),
    z.object({ published: z.array(z.string()), recorded: z.array(z.string()) }),
    async () => {
      const { published, recorded } = await ledger.days()
      return { published: [...published], recorded: [...recorded] }
    },
  )
  get(
    app,
    '/api/count',
    'How much is held',
    times,
    z.object({ records: z.int(), documents: z.int(), happenings: z.int() }),
    ({ query }) => ledger.count(query),
  )
}
