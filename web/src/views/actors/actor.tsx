import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Page as Known, None } from '../../../../src/6-answer/index.ts'
import { useTimes } from '../../address/use-address.ts'
import { useAsk, useSameAnswer } from '../../api/ask.ts'
import { buttonClass } from '../../parts/button.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { ActorLink } from '../../parts/links.tsx'
import { Blank, Failed, Loading, Nothing } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { OutsideLinks } from './outside-links.tsx'
import { Page } from './page.tsx'
import { typeWords } from './types.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Others who are called so: asked by the name, for a page that is asked by its id has none. */
function useNamesakes({ id, name }: Known['actor']): Known['namesakes'] {
  const times = useTimes()
  const { rows, stale } = useAsk('actors', {}, { filters: { ...times, about: [name] } })
  return stale ? [] : rows.filter((other) => other.id !== id)
}

function Lead({ of: { actor } }: { readonly of: Known }) {
  const namesakes = useNamesakes(actor)
  return (
    <span className="block space-y-1">
      <span className="block">
        {typeWords(actor.type)} · {plural(actor.documents, 'report')}
        {actor.names.length > 0 && ` · also ${actor.names.join(', ')}`}
      </span>
      {namesakes.length > 0 && (
        <span className="block text-s">
          Others of this name:{' '}
          {namesakes.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ' · '}
              <ActorLink of={other} /> ({typeWords(other.type).toLowerCase()}, {plural(other.documents, 'report')})
            </span>
          ))}
        </span>
      )}
    </span>
  )
}

/** Nobody is called so, or was known then. */
function Nobody({ id, none }: { readonly id: string; readonly none: None | null }) {
  const { known } = useTimes()
  if (none?.code !== 'unknown-name') return <Nothing none={none} fallback="Nothing is told of this actor" />
  return (
    <Blank title={ID.test(id) ? 'There is no such actor' : `Nobody is called “${id}”`}>
      <p>
        {known
          ? 'On the day that you look back to, the ledger did not know it.'
          : 'What was split off and taken back has no page of its own any more.'}
      </p>
      <p className="flex flex-wrap justify-center gap-2">
        {known && (
          <Link to="." search={{ known: undefined }} className={buttonClass('primary')}>
            As known now
          </Link>
        )}
        {none.nearest.map((name) => (
          <Link key={name} to="/actors/$id" params={{ id: name }} className={buttonClass()}>
            {name}
          </Link>
        ))}
        <Link to="/actors" className={buttonClass()}>
          All actors
        </Link>
      </p>
    </Blank>
  )
}

/** The page of an actor. A name, and the id of one that was merged, lead to the address under which it stands. */
export function Actor() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string }
  const asked = useAsk('actor', { name: id })
  const sameAnswer = useSameAnswer('actor')
  const navigate = useNavigate()
  const [page] = asked.rows
  const own = asked.stale ? undefined : page?.actor.id
  useEffect(() => {
    if (own === undefined || own === id) return
    sameAnswer({ name: id }, { name: own })
    void navigate({
      to: '/actors/$id',
      params: { id: own },
      search: (now) => now,
      hash: (now) => now ?? '',
      replace: true,
    })
  }, [own, id, navigate, sameAnswer])
  if (asked.error || asked.loading || !page)
    return (
      <View title="Actor">
        {asked.error ? (
          <Failed error={asked.error} retry={asked.retry} />
        ) : asked.loading ? (
          <Loading />
        ) : (
          <Nobody id={id} none={asked.none} />
        )}
      </View>
    )
  return (
    <View
      title={page.actor.name}
      lead={<Lead of={page} />}
      actions={<ExportMenu question="actor" options={{ name: page.actor.id }} />}
    >
      <div className="-mt-4 mb-6 empty:hidden">
        <OutsideLinks of={page.actor.links} />
      </div>
      <div aria-busy={asked.stale} className={asked.stale ? 'opacity-60' : ''}>
        <Page of={page} />
      </div>
    </View>
  )
}
