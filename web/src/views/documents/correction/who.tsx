import { useId, useState } from 'react'
import type { ReadActor } from '../../../../../src/5-ledger/index.ts'
import type { ActorType } from '../../../../../src/model/reading.ts'
import type { PartField } from '../../../../../src/model/world.ts'
import { Button, IconButton } from '../../../parts/button.tsx'
import { CloseIcon } from '../../../parts/icons.tsx'
import { actorWords, folded, useFound } from '../../actors/find-actor.tsx'
import { TYPES, typeWords } from '../../actors/types.ts'
import { FIELD } from './inputs.tsx'
import type { Chosen } from './values.ts'

const NEAR = 6

/** Those of the report first, then those of the ledger; last whoever is called as it was typed and known to neither. */
function useOffers(typed: string, report: readonly ReadActor[], chosen: readonly Chosen[]) {
  const { found, asking } = useFound(typed, '')
  const taken = new Set(chosen.map(({ id }) => id))
  const start = folded(typed)
  const here = report
    .filter(({ id, name }) => !taken.has(id) && folded(name).includes(start))
    .map(({ id, name, type }) => ({ id, name, words: `${name} (${typeWords(type).toLowerCase()})` }))
  const there = found
    .filter(({ id }) => !taken.has(id) && !here.some((one) => one.id === id))
    .map((actor) => ({ id: actor.id, name: actor.name, words: actorWords(actor) }))
  const offers = [...here, ...there].slice(0, NEAR)
  const unknown = start !== '' && !asking && ![...offers, ...chosen].some(({ name }) => folded(name) === start)
  return { offers, unknown }
}

/** A field for a name and those who are called so; one whom nobody knows is added with his type. */
function Choose({
  label,
  report,
  chosen,
  add,
  close,
}: {
  readonly label: string
  readonly report: readonly ReadActor[]
  readonly chosen: readonly Chosen[]
  readonly add: (actor: Chosen) => void
  readonly close: () => void
}) {
  const [typed, setTyped] = useState('')
  const [type, setType] = useState<ActorType>('person')
  const { offers, unknown } = useOffers(typed, report, chosen)
  const list = useId()
  const typeId = useId()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands inside
    <div
      className="space-y-2 rounded-s border border-line bg-sunken p-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        type="search"
        aria-label={`Name to add under ${label}`}
        aria-controls={list}
        autoComplete="off"
        maxLength={300}
        className={FIELD}
        value={typed}
        placeholder="Type a name"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The form is not sent by it.
          event.preventDefault()
          const [first] = offers
          if (first && typed.trim() !== '') add({ id: first.id, name: first.name })
        }}
      />
      <ul id={list} className="space-y-px">
        {offers.map(({ id, name, words }) => (
          <li key={id}>
            <button
              type="button"
              className="min-h-6 w-full rounded-s px-2 py-1 text-left text-s hover:bg-raised"
              onClick={() => add({ id, name })}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
      {unknown && (
        <div className="flex flex-wrap items-center gap-2 text-s">
          <label htmlFor={typeId}>“{typed.trim()}” is a</label>
          <select
            id={typeId}
            className="min-h-8 rounded-s border border-line-strong bg-paper px-2"
            value={type}
            onChange={(event) => setType(event.target.value as ActorType)}
          >
            {TYPES.map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words.toLowerCase()}
              </option>
            ))}
          </select>
          <Button onClick={() => add({ id: null, name: typed.trim(), type })}>Add</Button>
        </div>
      )}
      <Button look="quiet" onClick={close}>
        Done
      </Button>
    </div>
  )
}

/** Who stands in a part of a record. */
export function Who({
  label,
  takes,
  report,
  value,
  onChange,
}: {
  readonly label: string
  readonly takes: PartField['takes']
  readonly report: readonly ReadActor[]
  readonly value: readonly Chosen[]
  readonly onChange: (value: readonly Chosen[]) => void
}) {
  const [choosing, setChoosing] = useState(false)
  const many = takes === 'any'
  const needed = takes === 'one'
  return (
    <fieldset className={`min-w-0 space-y-1 ${choosing ? 'col-span-2' : ''}`}>
      <legend className="label">{label}</legend>
      <ul className="flex flex-wrap items-center gap-1">
        {value.map((actor) => (
          <li
            key={actor.id ?? actor.name}
            className="inline-flex min-h-8 items-center gap-1 rounded-s border border-line bg-raised pl-2 text-s"
          >
            {actor.name}
            {needed ? (
              <span className="pr-2" />
            ) : (
              <IconButton
                label={`Take ${actor.name} out of ${label}`}
                onClick={() => onChange(value.filter((one) => one !== actor))}
              >
                <CloseIcon />
              </IconButton>
            )}
          </li>
        ))}
        {!choosing && (
          <li>
            <Button
              aria-label={`${many || value.length === 0 ? 'Add' : 'Change'} ${label}`}
              onClick={() => setChoosing(true)}
            >
              {many || value.length === 0 ? 'Add' : 'Change'}
            </Button>
          </li>
        )}
      </ul>
      {choosing && (
        <Choose
          label={label}
          report={report}
          chosen={value}
          close={() => setChoosing(false)}
          add={(actor) => {
            onChange(many ? [...value, actor] : [actor])
            setChoosing(false)
          }}
        />
      )}
    </fieldset>
  )
}
