import { z } from 'zod'
import type { Ledger } from '../../../ledger.ts'
import { digest } from '../../service/cursor.ts'
import { cursorAt, listPlace } from '../../service/lists.ts'
import { day, moment, pagingOfAll } from '../../service/schemas/filters.ts'
import { actorLink, judgement, proposal, publisher } from '../../service/schemas/held.ts'
import type { Service } from '../../service/service.ts'
import type { App } from '../types.ts'
import { get } from './get.ts'

interface List {
  readonly url: string
  readonly summary: string
  readonly times: z.ZodRawShape
  readonly row: z.ZodType
  readonly read: (
    ledger: Ledger,
    asked: { readonly known: string; readonly asOf?: string },
    id: string,
  ) => Promise<readonly unknown[]>
}

const known = moment.optional().describe('as it was known then')

const LISTS: readonly List[] = [
  {
    url: '/api/actors/:id/links',
    summary: 'Whom reports call so, and why',
    times: { asOf: day.optional(), known },
    row: actorLink,
    read: (ledger, times, id) => ledger.links(id, times),
  },
  {
    url: '/api/judgements',
    summary: 'What people decided',
    times: { known },
    row: judgement,
    read: (ledger, asked) => ledger.judgements(asked.known),
  },
  {
    url: '/api/proposals',
    summary: 'What waits for a decision',
    times: { known },
    row: proposal,
    read: (ledger, asked) => ledger.proposals(asked.known),
  },
  {
    url: '/api/publishers',
    summary: 'Publishers and how reliable they are',
    times: { known },
    row: publisher,
    read: (ledger, asked) => ledger.publishers(asked.known),
  },
]

interface Query {
  readonly asOf?: string
  readonly known?: string
  readonly limit?: number
  readonly cursor?: string
}

function listRoute(app: App, ledger: Ledger, { url, summary, times, row, read }: List): void {
  const querystring = z.strictObject({ ...times, ...pagingOfAll })
  const page = z.object({
    rows: z.array(row),
    total: z.int().describe('rows of the whole list'),
    next: z.string().nullable().describe('cursor of the next page; null at the end'),
  })
  get(app, url, summary, querystring, page, async ({ params, query }) => {
    const { limit, cursor, ...asked } = query as unknown as Query
    const place = await listPlace(ledger, digest([url, params, asked]), asked.known, cursor)
    const all = place.known === null ? [] : await read(ledger, { ...asked, known: place.known }, params.id)
    const end = place.offset + (limit ?? all.length)
    return { rows: all.slice(place.offset, end), total: all.length, next: cursorAt(place, end, end < all.length) }
  })
}

/** What stands beside the records: whole where no limit is given, page by page where one is. */
export function listRoutes(app: App, { ledger }: Service): void {
  for (const list of LISTS) listRoute(app, ledger, list)
}
