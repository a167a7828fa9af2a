import { useId, useState } from 'react'
import type { Known } from '../../../../src/6-answer/index.ts'
import { useAsk, useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { plural } from '../../parts/words.ts'
import { beginsWith } from './begins-with.ts'
import { typeWords } from './types.ts'

const SHOWN = 6

/** "Velmar (state, 8 reports)". */
export const actorWords = ({ name, type, documents }: Known): string =>
  `${name} (${typeWords(type).toLowerCase()}, ${plural(documents, 'report')})`

/** Actors whose name begins so, this one left out; beyond those in most reports, the one who bears the very name. */
export function useFound(typed: string, self: string): { readonly found: readonly Known[]; readonly asking: boolean } {
  const { data } = useRead(['actors', 'first'], () => client.ask('actors', { limit: 1000 }))
  const start = typed.trim()
  const near = start === '' ? [] : (data?.rows ?? []).filter((row) => row.id !== self && beginsWith(row, start))
  const far = useAsk('actors', {}, { filters: { about: [start] }, when: start.length > 1 && near.length === 0 })
  const others = near.length > 0 || start.length < 2 || far.stale ? near : far.rows.filter((row) => row.id !== self)
  return { found: others.slice(0, SHOWN), asking: far.loading }
}

/** A field for a name, and those who bear it, to choose one of them. */
export function FindActor({
  self,
  chosen,
  choose,
}: {
  readonly self: string
  readonly chosen: Known | null
  readonly choose: (actor: Known | null) => void
}) {
  const [typed, setTyped] = useState('')
  const { found, asking } = useFound(typed, self)
  const id = useId()
  return (
    <div className="space-y-3">
      <label className="block space-y-1">
        <span className="label">Its name</span>
        <input
          type="search"
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            choose(null)
          }}
          className="block min-h-8 w-full rounded-s border border-line-strong bg-paper px-3"
        />
      </label>
      <fieldset className="min-h-[80px]">
        <legend className="label mb-1">Which one</legend>
        {found.map((actor) => (
          <label key={actor.id} className="flex min-h-6 items-baseline gap-2 py-1">
            <input
              type="radio"
              name={id}
              checked={chosen?.id === actor.id}
              onChange={() => choose(actor)}
              className="accent-(--accent)"
            />
            <span>
              {actorWords(actor)}
              {actor.names.length > 0 && <span className="text-s text-soft"> also {actor.names.join(', ')}</span>}
            </span>
          </label>
        ))}
        {found.length === 0 && (
          <p className="text-s text-soft" role="status">
            {typed.trim() === '' ? 'Type how it is called.' : asking ? 'Looking …' : 'Nobody else is called so.'}
          </p>
        )}
      </fieldset>
    </div>
  )
}
