import type { Times } from '../../../../src/5-ledger/index.ts'
import type { News } from '../../../../src/6-answer/index.ts'
import { useOne, useTimes } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { addDays, today } from '../../parts/days.ts'

export const SPANS = [
  { value: 'yesterday', label: 'Yesterday', days: 1 },
  { value: 'week', label: 'A week', days: 7 },
  { value: 'month', label: 'A month', days: 30 },
  { value: 'everything', label: 'Everything', days: null },
] as const
export type SpanName = (typeof SPANS)[number]['value']

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Days of the week whose last is that of the last recording. */
const WEEK = 6

/** The first day that counts as new, seen from a day; null: all that ever was. */
export function firstNewDay(chosen: string, from: string): string | null {
  if (DAY.test(chosen)) return chosen
  const span = SPANS.find(({ value }) => value === chosen) ?? SPANS[0]
  return span.days === null ? null : addDays(from, -span.days)
}

/** A day that is asked for stands for its last moment: what is new begins after the day before. */
const askFor = (first: string | null, times: Times) =>
  client.news({ ...(first === null ? {} : { recordedSince: addDays(first, -1) }), ...times, limit: 50 })

/** Nothing that the front page would tell: judgements are written too, and are no news. */
const isQuiet = ({ reports, statuses, offices, disagreements }: News): boolean =>
  reports.length + statuses.length + offices.length + disagreements.length === 0

export interface Recent {
  readonly news: News | undefined
  /** The first day that counts as new; null: from the beginning. */
  readonly first: string | null
  /** Nothing came since `first`: the day of the last report, to which the week is shown. */
  readonly lastDay: string | null
  readonly error: Error | null
  readonly retry: () => void
  readonly stale: boolean
}

/**
 * What is new since the chosen day. Where nobody chose one and nothing came since yesterday, the week to the last report is
 * shown instead: the front page always has the last news there is.
 */
export function useRecent(): Recent {
  const times = useTimes()
  const { known } = times
  const [chosen] = useOne('new')
  const first = firstNewDay(chosen ?? 'yesterday', known?.slice(0, 10) ?? today())
  const asked = useRead(['news', first, times], () => askFor(first, times))
  const quiet = chosen === undefined && !asked.isPlaceholderData && asked.data !== undefined && isQuiet(asked.data)
  const last = useRead(['news', 'last', times], () => client.news({ ...times, limit: 1 }), quiet)
  const lastDay = (quiet && !last.isPlaceholderData && last.data?.reports[0]?.recordedAt.slice(0, 10)) || null
  const week = lastDay === null ? null : addDays(lastDay, -WEEK)
  const before = useRead(['news', week, times], () => askFor(week, times), lastDay !== null)
  const shown = lastDay === null ? asked : before
  const waits = quiet && (last.isPending || last.isPlaceholderData || (lastDay !== null && before.isPlaceholderData))
  return {
    news: waits ? undefined : shown.data,
    first,
    lastDay,
    error: shown.error ?? last.error,
    retry: () => void Promise.all([asked.refetch(), quiet && last.refetch()]),
    stale: shown.isPlaceholderData,
  }
}
