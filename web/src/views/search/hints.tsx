import { Link } from '@tanstack/react-router'

const EXAMPLES = [
  { words: 'mortars', says: 'every record whose words have it' },
  { words: 'prisoners kind:statement', says: 'what was said of prisoners' },
  { words: 'kind:event type:ASSAULT', says: 'every attack that is told' },
  { words: 'actor:"Bessa Roun"', says: 'all in which she takes part' },
  { words: 'fighters publisher:"Meridian Wire"', says: 'what one publisher says of fighters' },
] as const

/** What can be looked for, before anything is. */
export function Hints() {
  return (
    <dl className="max-w-[76ch]">
      {EXAMPLES.map(({ words, says }) => (
        <div key={words} className="grid gap-x-6 border-b border-line py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <dt>
            <Link
              to="/search"
              search={{ words }}
              className="font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
            >
              {words}
            </Link>
          </dt>
          <dd className="text-soft">{says}</dd>
        </div>
      ))}
    </dl>
  )
}
