import { useEffect, useRef, useState } from 'react'
import { RECORD_KINDS } from '../../../../src/model/index.ts'
import { Button } from '../../parts/button.tsx'
import { KINDS } from '../../parts/words.ts'
import { type FieldName, has, toggled } from './fields.ts'

const CHIP =
  'min-h-6 rounded-full border border-line-strong px-3 text-s text-soft hover:bg-sunken hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper'

const OPEN: readonly { readonly name: FieldName; readonly says: string }[] = [
  { name: 'type', says: 'a type, such as type:AGREE' },
  { name: 'actor', says: 'who takes part' },
  { name: 'by', says: 'who says so' },
  { name: 'publisher', says: 'who publishes it' },
]

const CHOICES: readonly { readonly name: FieldName; readonly value: string; readonly label: string }[] = [
  { name: 'in', value: 'actors', label: 'Actors' },
  { name: 'in', value: 'reports', label: 'Reports' },
  { name: 'in', value: 'records', label: 'Records' },
  ...RECORD_KINDS.map((kind) => ({ name: 'kind' as const, value: kind, label: KINDS[kind] })),
]

/** The words that are looked for, and the fields that can be put among them. */
export function SearchForm({
  words,
  search,
}: {
  readonly words: string
  readonly search: (words: string | undefined) => void
}) {
  const [typed, setTyped] = useState(words)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setTyped(words), [words])
  const begin = (name: FieldName): void => {
    setTyped((before) => `${before.trim()} ${name}:`.trimStart())
    field.current?.focus()
  }
  return (
    <search className="mb-6 block space-y-3">
      <form
        className="flex max-w-[76ch] gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          search(typed.trim() || undefined)
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label="Words to look for"
          aria-describedby="search-fields"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="mortars kind:statement"
          className="min-h-8 w-full rounded-s border border-line-strong bg-raised px-3 placeholder:text-soft"
        />
        <Button type="submit" look="primary">
          Search
        </Button>
      </form>
      <p id="search-fields" className="text-s text-soft">
        Words are found in any inflection. in: kind: type: actor: by: and publisher: narrow; a name of several words
        stands in quotation marks.
      </p>
      <div className="flex flex-wrap gap-1">
        {CHOICES.map(({ name, value, label }) => (
          <button
            key={label}
            type="button"
            aria-pressed={has(words, name, value)}
            onClick={() => search(toggled(words, name, value) || undefined)}
            className={CHIP}
          >
            {label}
          </button>
        ))}
        {OPEN.map(({ name, says }) => (
          <button key={name} type="button" title={says} onClick={() => begin(name)} className={CHIP}>
            {name}: …
          </button>
        ))}
      </div>
    </search>
  )
}
