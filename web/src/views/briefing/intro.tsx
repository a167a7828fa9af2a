import { Link } from '@tanstack/react-router'
import { useTimes } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { addDays, daysBetween, showDay, today } from '../../parts/days.ts'
import { plural } from '../../parts/words.ts'
import { type Extent, useExtent } from '../../shell/use-extent.ts'

const LINK = 'text-ink underline decoration-accent decoration-2 underline-offset-4 hover:bg-accent-soft'

/** A day on which the ledger knew less than it does now: midway through what was recorded, else a week ago. */
export function anEarlierDay({ recorded }: Extent, now: string): string | null {
  const [first, last] = [recorded[0], recorded.at(-1)]
  if (!first || !last || first === last) return null
  const week = addDays(now, -7)
  return week <= last && week >= first ? week : addDays(first, Math.floor(daysBetween(first, last) / 3))
}

/** What this is, what the two times do, and how to begin: three sentences. */
export function Intro() {
  const { asOf, known } = useTimes()
  const extent = useExtent()
  const { data: count } = useRead(['count', asOf, known], () =>
    client.count({ ...(asOf ? { asOf } : {}), ...(known ? { known } : {}) }),
  )
  const day = extent && !known ? anEarlierDay(extent, today()) : null
  return (
    <div className="mb-8 border-b border-line pb-6 text-l">
      <p className="max-w-[112ch]">
        Readout reads news reports and keeps who did, said, promised and counted what:{' '}
        <Link to="/documents" className={LINK}>
          {count ? plural(count.documents, 'report') : 'reports'}
        </Link>{' '}
        so far, each claim with its exact words.
      </p>
      <p className="max-w-[112ch] text-soft">
        The two times at the top go back: in what held, and in what was known.{' '}
        {day && (
          <Link to="/" search={{ known: day }} className={LINK}>
            See what was known on {showDay(day)}
          </Link>
        )}
        {day && ', or '}
        <Link to="/read" className={LINK}>
          {day ? 'read' : 'Read'} a report of your own
        </Link>
        .
      </p>
      <p className="lg:hidden">
        <a href="#new" className={LINK}>
          To what is new
        </a>
      </p>
    </div>
  )
}
