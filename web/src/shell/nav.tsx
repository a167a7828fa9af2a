import { Link } from '@tanstack/react-router'
import { useTimes } from '../address/use-address.ts'
import { useRead } from '../api/ask.ts'
import { client } from '../api/client.ts'
import { PLACES } from './places.ts'

/** How much waits for a decision, or waited then. */
function Waiting() {
  const times = useTimes()
  const asked = { kinds: ['proposal' as const], limit: 1, ...times }
  const { data } = useRead(['proposals', 'waiting', times], () => client.ask('waiting', asked))
  const waiting = data?.total ?? 0
  if (waiting === 0) return null
  return (
    <span className="rounded-full bg-ink px-2 text-s text-paper">
      {waiting}
      <span className="sr-only"> waiting</span>
    </span>
  )
}

export function Nav({ onGo }: { readonly onGo?: () => void }) {
  return (
    <nav aria-label="Views" className="space-y-6">
      {PLACES.map((group) => (
        <div key={group.name}>
          <p className="label mb-1 px-3">{group.name}</p>
          <ul>
            {group.places.map(({ to, name }) => (
              <li key={to}>
                <Link
                  to={to}
                  {...(onGo ? { onClick: onGo } : {})}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                  className="flex min-h-8 items-center justify-between rounded-s px-3 text-ink no-underline hover:bg-sunken data-[status=active]:bg-sunken data-[status=active]:font-semibold"
                >
                  {name}
                  {to === '/review' && <Waiting />}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
