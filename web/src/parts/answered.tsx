import type { ReactNode } from 'react'
import type { None } from '../../../src/6-answer/index.ts'
import { Failed, Loading, Nothing } from './states.tsx'
import { formatCount } from './words.ts'

interface Asked {
  readonly rows: readonly unknown[]
  readonly total?: number
  readonly cut?: boolean
  readonly none: None | null
  readonly loading: boolean
  readonly stale: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** An answer in whichever state it is; its rows stand, dimmed, until the next ones are here. */
export function Answered({
  asked,
  nothing,
  children,
}: {
  readonly asked: Asked
  /** What it says where there are no rows: "No agreement is told". */
  readonly nothing: string
  readonly children: ReactNode
}) {
  if (asked.error) return <Failed error={asked.error} retry={asked.retry} />
  if (asked.loading) return <Loading />
  return (
    <div aria-busy={asked.stale} className={asked.stale ? 'opacity-60' : ''}>
      {asked.cut && asked.total !== undefined && (
        <p className="mb-4 text-s text-soft">
          The first {formatCount(asked.rows.length)} of {formatCount(asked.total)}; filters bring them down.
        </p>
      )}
      {asked.rows.length === 0 ? <Nothing none={asked.none} fallback={nothing} /> : children}
    </div>
  )
}
