import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { HeldRecord, Proposal, Times } from '../../../../src/5-ledger/index.ts'
import type { RecordKind } from '../../../../src/model/index.ts'
import { client } from '../../api/client.ts'
import { QUEUE } from '../../parts/judging.ts'

/** Something that waits for a person's judgement. */
export type Item =
  | { readonly kind: 'proposal'; readonly id: string; readonly proposal: Proposal }
  | { readonly kind: 'record'; readonly id: string; readonly record: HeldRecord }

export interface QueueOf {
  /** Nothing: all of it. */
  readonly kinds: readonly (RecordKind | 'proposal')[]
  readonly publishers: readonly string[]
  readonly times: Times
}

const PAGE = 100
/** What was asked stays for the sitting: what is judged does not fall out under one's hands. */
const STAYS = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnMount: 'always' } as const

function useRecords({ publishers, times }: QueueOf, kinds: readonly RecordKind[], when: boolean) {
  const asked = {
    ...times,
    review: ['proposed' as const],
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(publishers.length > 0 ? { publishers } : {}),
    limit: PAGE,
  }
  return useInfiniteQuery({
    queryKey: ['read', QUEUE, 'records', asked],
    queryFn: ({ pageParam }) => client.records({ ...asked, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: when,
    ...STAYS,
  })
}

/** What nobody decided; as of a day, about what had begun by then. */
async function proposalsOf({ asOf, known }: Times): Promise<readonly Proposal[]> {
  const { rows } = await client.proposals(known ? { known } : {})
  const open = rows.filter(({ decided }) => decided === null)
  if (asOf === undefined) return open
  const begun = new Set<string>()
  for await (const { id } of client.all('waiting', { kinds: ['proposal'], asOf, ...(known ? { known } : {}) }))
    begun.add(id)
  return open.filter(({ id }) => begun.has(id))
}

/** What waits, proposals first, then records in order of time; records come as one walks. */
export function useQueue(of: QueueOf) {
  const { kinds: chosen, publishers, times } = of
  const kinds = chosen.filter((kind) => kind !== 'proposal')
  const proposals = chosen.length === 0 ? publishers.length === 0 : chosen.includes('proposal')
  const records = chosen.length === 0 || kinds.length > 0
  const noted = useQuery({
    queryKey: ['read', QUEUE, 'proposals', times],
    queryFn: () => proposalsOf(times),
    ...STAYS,
  })
  const held = useRecords(of, kinds, records)
  const open = useMemo(() => (proposals ? (noted.data ?? []) : []), [noted.data, proposals])
  const pages = records ? held.data?.pages : undefined
  const items = useMemo(
    (): readonly Item[] => [
      ...open.map((proposal): Item => ({ kind: 'proposal', id: proposal.id, proposal })),
      ...(pages ?? []).flatMap(({ rows }) => rows.map((record): Item => ({ kind: 'record', id: record.id, record }))),
    ],
    [open, pages],
  )
  return {
    items,
    total: open.length + (pages?.[0]?.total ?? 0),
    loading: noted.isPending || (records && held.isPending),
    error: noted.error ?? held.error,
    retry: () => void Promise.all([noted.refetch(), held.refetch()]),
    more: records && held.hasNextPage && !held.isFetchingNextPage ? () => void held.fetchNextPage() : null,
  }
}

/** Asks for what follows before one is there. */
export function useAhead(at: number, have: number, more: (() => void) | null): void {
  useEffect(() => {
    if (more && at >= have - 20) more()
  }, [at, have, more])
}
