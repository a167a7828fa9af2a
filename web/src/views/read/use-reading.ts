import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Reading } from '../../../../src/model/index.ts'
import { client } from '../../api/client.ts'
import { type Draft, reportOf } from './draft.ts'

/** A text that is being written is read when the writer rests. */
const REST_MS = 400

const keyOf = (draft: Draft) => ['read', 'text', reportOf(draft)]

/** What is read of the draft; the reading before stands until the next one is here. */
export function useReading(draft: Draft) {
  const [asked, setAsked] = useState(draft)
  const queries = useQueryClient()
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), REST_MS)
    return () => clearTimeout(timer)
  }, [draft])
  const report = reportOf(asked)
  const query = useQuery({
    queryKey: keyOf(asked),
    queryFn: () => client.read(report!),
    placeholderData: keepPreviousData,
    // The same text is read the same: it need not be asked again.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    enabled: report !== null,
  })
  /** Reads at once; where the server has read it already, that is shown. */
  const readNow = useCallback(
    (next: Draft, reading?: Reading) => {
      if (reading) queries.setQueryData(keyOf(next), reading)
      setAsked(next)
    },
    [queries],
  )
  return {
    reading: report === null ? undefined : query.data,
    error: query.error,
    loading: query.isFetching && query.data === undefined,
    stale: query.isPlaceholderData,
    readNow,
  }
}
