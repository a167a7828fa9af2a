import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Page, Questions } from '../../../src/client.ts'
import { type Filters, useFilters, useTimes } from '../address/use-address.ts'
import { client, Problem } from './client.ts'

/** A refusal stays one; only a server that is away is asked again. */
const again = (failures: number, error: Error): boolean => !(error instanceof Problem) && failures < 2

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, gcTime: 300_000, retry: again, refetchOnWindowFocus: true } },
})

/** Rows that are asked for at a time. */
const PAGE = 200

type Name = keyof Questions
export type Row<N extends Name> = Questions[N]['row']

export interface Asked<N extends Name> {
  readonly rows: readonly Row<N>[]
  readonly total: number
  readonly none: Page<Row<N>>['none']
  /** No rows yet: the first answer is under way. */
  readonly loading: boolean
  /** Rows of the question before stand until the new ones are here. */
  readonly stale: boolean
  readonly error: Error | null
  readonly retry: () => void
  /** Asks for the rows that follow, where there are any. */
  readonly more: (() => void) | null
  /** All that will be asked for is here, and it is not the whole. */
  readonly cut: boolean
}

export interface AskOptions {
  /** Rows of one page; default PAGE. */
  readonly limit?: number
  /** Not asked while false. */
  readonly when?: boolean
  /** Filters that are not those of the address. */
  readonly filters?: Filters
}

/** Asks a question with the filters and both times of the address; rows come page by page. */
export function useAsk<N extends Name>(
  name: N,
  options: Questions[N]['options'],
  { limit = PAGE, when = true, filters }: AskOptions = {},
): Asked<N> {
  const ofAddress = useFilters()
  const asked = { ...(filters ?? ofAddress), ...options, limit }
  const query = useInfiniteQuery({
    queryKey: ['ask', name, asked],
    queryFn: ({ pageParam }) => client.ask(name, { ...asked, ...(pageParam ? { cursor: pageParam } : {}) } as never),
    initialPageParam: '',
    getNextPageParam: (page: Page<Row<N>>) => page.next,
    placeholderData: keepPreviousData,
    enabled: when,
  })
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages])
  return {
    rows,
    total: pages?.[0]?.total ?? 0,
    none: pages?.[0]?.none ?? null,
    loading: query.isPending && when,
    stale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : null,
    cut: false,
  }
}

/** Takes the answer to a question for the answer to the same question in other words: it is not asked again. */
export function useSameAnswer<N extends Name>(name: N) {
  const filters = useFilters()
  const queries = useQueryClient()
  return useCallback(
    (asked: Questions[N]['options'], otherwise: Questions[N]['options']): void => {
      const keyOf = (options: Questions[N]['options']) => ['ask', name, { ...filters, ...options, limit: PAGE }]
      queries.setQueryData(keyOf(otherwise), queries.getQueryData(keyOf(asked)))
    },
    [filters, name, queries],
  )
}

/** Every row of an answer: for pictures, which need the whole. `most` rows at most. */
export function useAskAll<N extends Name>(
  name: N,
  options: Questions[N]['options'],
  { when = true, filters, most = 5000 }: AskOptions & { readonly most?: number } = {},
): Asked<N> {
  const ofAddress = useFilters()
  const asked = { ...(filters ?? ofAddress), ...options }
  const query = useQuery({
    queryKey: ['ask-all', name, asked, most],
    queryFn: async () => {
      const rows: Row<N>[] = []
      let page = (await client.ask(name, { ...asked, limit: Math.min(1000, most) } as never)) as Page<Row<N>>
      rows.push(...page.rows)
      const { total, none } = page
      while (page.next !== null && rows.length < most) {
        page = (await client.ask(name, { ...asked, limit: 1000, cursor: page.next } as never)) as Page<Row<N>>
        rows.push(...page.rows)
      }
      return { rows: rows.slice(0, most), total, none }
    },
    placeholderData: keepPreviousData,
    enabled: when,
  })
  return {
    rows: query.data?.rows ?? [],
    total: query.data?.total ?? 0,
    none: query.data?.none ?? null,
    loading: query.isPending && when,
    stale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    more: null,
    cut: query.data !== undefined && query.data.total > query.data.rows.length,
  }
}

/** Anything else that is read of the server; `known` and `asOf` of the address belong into `key` where they matter. */
export function useRead<T>(key: readonly unknown[], read: () => Promise<T>, when = true): UseQueryResult<T> {
  return useQuery({ queryKey: ['read', ...key], queryFn: read, placeholderData: keepPreviousData, enabled: when })
}

export const useRecord = (id: string | undefined) => {
  const times = useTimes()
  return useRead(['record', id, times], () => client.record(id!, times), id !== undefined)
}

/** Something that changes the ledger: all that was read before is asked again. */
export function useChange<Given, Made>(change: (given: Given) => Promise<Made>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries() })
}
