import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { Certainty } from '../../../src/model/index.ts'
import { useMany, useOne } from '../address/use-address.ts'
import { client } from '../api/client.ts'
import { Button } from './button.tsx'
import { Chips, Choice } from './choice.tsx'
import { CloseIcon, PlusIcon } from './icons.tsx'

/** A name chosen from the list, not typed letter by letter: it may be the beginning of another. */
export const isChosen = (event: Event): boolean =>
  !(event instanceof InputEvent) || event.inputType === '' || event.inputType === 'insertReplacementText'

const FIELD = 'min-h-8 rounded-s border border-line-strong bg-raised px-3 text-s placeholder:text-soft'

const CERTAINTIES: readonly { readonly value: Certainty; readonly label: string }[] = [
  { value: 'certain', label: 'Certain' },
  { value: 'probable', label: 'Probable' },
  { value: 'possible', label: 'Possible' },
  { value: 'unknown', label: 'Not committed to' },
]

/** Shares of the records that are read rightly at that score. */
const SCORES: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'All' },
  ...['0.7', '0.8', '0.9'].map((value) => ({ value, label: `${100 * Number(value)} % right` })),
]

const ALL_ACTORS = ['actors', 'names']

/** Names of the ledger that a field offers. */
function useNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: ALL_ACTORS,
    queryFn: async () => [...new Set((await client.ask('actors', { limit: 1000 })).rows.map((row) => row.name))],
    staleTime: 300_000,
  })
  return data ?? []
}

/** Names that are chosen, and a field for one more, with the names that the ledger knows. */
export function NamesField({
  label,
  placeholder,
  values,
  onChange,
}: {
  readonly label: string
  readonly placeholder: string
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const names = useNames()
  const add = (name: string): void => {
    if (name.trim() !== '' && !values.includes(name.trim())) onChange([...values, name.trim()])
    setTyped('')
  }
  return (
    <div className="flex w-full flex-wrap items-center gap-1 md:w-auto">
      {values.map((value) => (
        <button
          key={value}
          type="button"
          onClick={() => onChange(values.filter((v) => v !== value))}
          className="inline-flex min-h-8 items-center gap-1 rounded-s bg-ink px-3 text-s text-paper"
          aria-label={`${label} ${value}: take away`}
        >
          {value} <CloseIcon />
        </button>
      ))}
      <form
        className="w-full md:w-auto"
        onSubmit={(event) => {
          event.preventDefault()
          add(typed)
        }}
      >
        <input
          aria-label={label}
          placeholder={placeholder}
          list={id}
          value={typed}
          onChange={({ target: { value }, nativeEvent }) =>
            isChosen(nativeEvent) && names.includes(value) ? add(value) : setTyped(value)
          }
          className={`${FIELD} w-full md:w-44`}
        />
        <datalist id={id}>
          {names.slice(0, 500).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </div>
  )
}

/** A day of the address. */
export function DayField({ name, label }: { readonly name: 'since' | 'until'; readonly label: string }) {
  const [value, set] = useOne(name)
  return (
    <label className="flex items-center gap-2 text-s text-soft">
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => set(event.target.value || undefined)}
        className={`${FIELD} text-ink`}
      />
    </label>
  )
}

/** What every question is narrowed by; all of it stands in the address. */
export function FilterBar({ children }: { readonly children?: React.ReactNode }) {
  const [about, setAbout] = useMany('about')
  const [sources, setSources] = useMany('sources')
  const [certainty, setCertainty] = useMany<Certainty>('certainty')
  const [minScore, setMinScore] = useOne('minScore')
  const [since] = useOne('since')
  const [until] = useOne('until')
  const used = sources.length + certainty.length + (minScore ? 1 : 0) + (since ? 1 : 0) + (until ? 1 : 0)
  const [open, setOpen] = useState(used > 0)
  useEffect(() => {
    if (used > 0) setOpen(true)
  }, [used])
  return (
    <section aria-label="Filters" className="mb-6 space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <NamesField label="About" placeholder="About whom" values={about} onChange={setAbout} />
        {children}
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          <PlusIcon /> {open ? 'Fewer filters' : 'More filters'}
        </Button>
      </div>
      {open && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <NamesField label="On the word of" placeholder="On whose word" values={sources} onChange={setSources} />
          <DayField name="since" label="Since" />
          <DayField name="until" label="Until" />
          <Chips label="Certainty" options={CERTAINTIES} values={certainty} onChange={setCertainty} />
          <Choice
            label="How surely it was read"
            options={SCORES}
            value={minScore ?? ''}
            onChange={(value) => setMinScore(value || undefined)}
          />
        </div>
      )}
    </section>
  )
}
