import { useMemo } from 'react'
import { useRead } from '../api/ask.ts'
import { client } from '../api/client.ts'

/** From the first to the last day on which something was published or recorded. */
export interface Extent {
  readonly first: string
  readonly last: string
  /** Days with a report, and days on which something was recorded; ascending. */
  readonly published: readonly string[]
  readonly recorded: readonly string[]
}

const days = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((v) => v !== null).map((v) => v.slice(0, 10)))].sort()

/** Null while the ledger holds nothing, or nothing is known of it yet. */
export function useExtent(): Extent | null {
  const { data } = useRead(['documents', 'extent'], () => client.documents({ limit: 1000 }))
  return useMemo(() => {
    if (!data || data.rows.length === 0) return null
    const published = days(data.rows.map((row) => row.publishedAt))
    const recorded = days(data.rows.flatMap((row) => row.versions.map((version) => version.recordedAt)))
    const all = [...published, ...recorded].sort()
    return { first: all[0]!, last: all.at(-1)!, published, recorded }
  }, [data])
}
