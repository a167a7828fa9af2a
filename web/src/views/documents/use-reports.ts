import type { None } from '../../../../src/6-answer/index.ts'
import { useFilters, useOne } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'

const PAGE = 1000

/** A report in a list: its text is asked for where it is read. */
export type Listed = Awaited<ReturnType<typeof client.listDocuments>>['rows'][number]

/** Every page: they come from the oldest on. */
async function allReports(asked: Parameters<typeof client.listDocuments>[0]): Promise<readonly Listed[]> {
  const rows: Listed[] = []
  let cursor: string | null = null
  do {
    const page = await client.listDocuments({ ...asked, limit: PAGE, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor)
  return rows.reverse()
}

const EMPTY: None = { code: 'empty', message: 'The ledger holds no reports.', nearest: [] }

/** The reports that fit the address, the newest first. As of a day: those that were published by then. */
export function useReports() {
  const { since, until, asOf, known } = useFilters()
  const [publisher] = useOne('publisher')
  const last = [until, asOf].filter((day) => day !== undefined).sort()[0]
  const asked = {
    ...(publisher ? { publishers: [publisher] } : {}),
    ...(since ? { since } : {}),
    ...(last ? { until: last } : {}),
    ...(known ? { known } : {}),
  }
  const query = useRead(['documents', 'all', asked], () => allReports(asked))
  const narrowed = Object.keys(asked).length > 0
  return {
    rows: query.data ?? [],
    none: query.data?.length === 0 && !narrowed ? EMPTY : null,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
