import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useOne } from '../address/use-address.ts'
import { SearchIcon } from '../parts/icons.tsx'
import { useKeys } from './keys.tsx'

/** `/` searches, from everywhere. */
export function SearchBox() {
  const navigate = useNavigate()
  const [asked] = useOne('words')
  const [words, setWords] = useState(asked ?? '')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setWords(asked ?? ''), [asked])
  useKeys('Everywhere', [{ keys: '/', does: 'Search', run: () => field.current?.select() }])
  return (
    <search>
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim() === '') return
          void navigate({ to: '/search', search: { words: words.trim() } })
        }}
      >
        <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-soft">
          <SearchIcon />
        </span>
        <input
          ref={field}
          type="search"
          aria-label="Search the ledger"
          placeholder="Search actors, reports, records"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="min-h-8 w-full rounded-s border border-line-strong bg-raised pr-10 pl-9 text-s placeholder:text-soft"
        />
        <kbd className="pointer-events-none absolute inset-y-0 right-3 my-auto hidden h-5 items-center rounded-s border border-line px-1 font-sans text-s text-soft md:flex">
          /
        </kbd>
      </form>
    </search>
  )
}
