import { Link } from '@tanstack/react-router'
import { useAsk, useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'

/** What can be looked for, before anything is; the names are of this ledger. */
export function Hints() {
  const [actor] = useAsk('actors', { types: ['person'] }, { limit: 1 }).rows
  const { data } = useRead(['publishers'], () => client.publishers())
  const publisher = data?.rows[0]?.name
  const examples = [
    {
      words: 'prisoners',
      says: 'every report and record that has it: “prisoner”, “prisoners”; and whoever is called so',
    },
    { words: 'prisoners kind:statement', says: 'what was said of them' },
    { words: 'kind:event type:ASSAULT', says: 'every attack that is told' },
    ...(actor ? [{ words: `actor:"${actor.name}"`, says: 'all in which one actor takes part' }] : []),
    ...(publisher ? [{ words: `kind:estimate publisher:"${publisher}"`, says: 'the figures of one publisher' }] : []),
  ]
  return (
    <dl className="max-w-[76ch]">
      {examples.map(({ words, says }) => (
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
