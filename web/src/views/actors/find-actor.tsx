import { useId, useState } from 'react'
import type { Known } from '../../../../src/6-answer/index.ts'
import { useAsk } from '../../api/ask.ts'
import { plural } from '../../parts/words.ts'
import { typeWords } from './types.ts'

const SHOWN = 6

/** "Velmar (state, 8 reports)". */
export const actorWords = ({ name, type, documents }: Known): string =>
  `${name} (${typeWords(type).toLowerCase()}, ${plural(documents, 'report')})`

/** As names are compared where one is typed. */
export const folded = (name: string): string => name.trim().toLowerCase()

/** Actors whose name begins so, this one left out: whoever bears the very name first, then those of most reports. */
export function useFound(typed: string, self: string): { readonly found: readonly Known[]; readonly asking: boolean } {
  const begins = typed.trim()
  const asked = useAsk('actors', { begins }, { filters: {}, when: begins !== '', limit: SHOWN + 1 })
  const exact = ({ name, names }: Known): boolean => [name, ...names].some((one) => folded(one) === folded(typed))
  const near = begins === '' ? [] : asked.rows.filter((row) => row.id !== self)
  const found = [...near.filter(exact), ...near.filter((row) => !exact(row))].slice(0, SHOWN)
  return { found, asking: asked.loading || asked.stale }
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
