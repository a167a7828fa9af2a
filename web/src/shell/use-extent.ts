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

/** Null while the ledger holds nothing, or nothing is known of it yet. */
export function useExtent(): Extent | null {
  const { data } = useRead(['days'], () => client.days())
  return useMemo(() => {
    const all = data ? [...data.published, ...data.recorded].sort() : []
    return data && all.length > 0 ? { first: all[0]!, last: all.at(-1)!, ...data } : null
  }, [data])
}
