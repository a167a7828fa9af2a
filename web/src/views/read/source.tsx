import { useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { type Draft, EMPTY } from './draft.ts'
import { FIELD } from './fields.tsx'
import { isAddress } from './receive.ts'
import { SAMPLE } from './sample.ts'

/** The text field, and the other ways by which a report comes: a file, an address, a sample. */
export function Source({
  draft,
  busy,
  error,
  type,
  paste,
  files,
  fetch,
}: {
  readonly draft: Draft
  readonly busy: boolean
  readonly error: Error | null
  readonly type: (text: string) => void
  /** All at once: read now. */
  readonly paste: (draft: Draft) => void
  readonly files: (files: readonly File[]) => void
  readonly fetch: (url: string) => void
}) {
  const [address, setAddress] = useState('')
  const pasted = useRef<'no' | 'part' | 'whole'>('no')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div>
      <label className="block">
        <span className="label mb-1 block">The report</span>
        <textarea
          value={draft.text}
          aria-invalid={error !== null}
          aria-describedby="read-error"
          placeholder="Paste a report or its address, or drop a file anywhere on this page."
          onPaste={({ currentTarget: { selectionStart, selectionEnd, value } }) => {
            pasted.current = selectionStart === 0 && selectionEnd === value.length ? 'whole' : 'part'
          }}
          onChange={(event) => {
            const text = event.target.value
            const how = pasted.current
            pasted.current = 'no'
            if (how === 'no') type(text)
            else if (isAddress(text)) fetch(text.trim())
            // What replaces all of a report that came from somewhere is another report, without the former's address.
            else paste(how === 'whole' && draft.text !== '' ? { ...EMPTY, text } : { ...draft, text })
          }}
          className="words block h-48 w-full resize-y rounded-s border border-line-strong bg-raised px-3 py-2 placeholder:font-sans placeholder:text-m placeholder:text-soft"
        />
      </label>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button onClick={() => picker.current?.click()}>Choose files</Button>
        <input
          ref={picker}
          type="file"
          multiple
          aria-label="Files of reports"
          tabIndex={-1}
          accept=".txt,.md,.html,.htm,.xhtml,.pdf,text/plain,text/html,application/pdf"
          onChange={(event) => {
            files([...(event.target.files ?? [])])
            event.target.value = ''
          }}
          className="hidden"
        />
        <form
          className="flex w-full min-w-0 gap-2 md:w-auto md:max-w-md md:flex-1"
          onSubmit={(event) => {
            event.preventDefault()
            if (address.trim() !== '') fetch(address.trim())
          }}
        >
          <input
            type="url"
            aria-label="Address of a report"
            placeholder="https://…"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            className={FIELD}
          />
          <Button type="submit" disabled={busy || address.trim() === ''}>
            {busy ? 'Fetching …' : 'Fetch'}
          </Button>
        </form>
        {draft.text === '' && (
          <Button look="quiet" onClick={() => paste(SAMPLE)}>
            Read a sample
          </Button>
        )}
      </div>
    </div>
  )
}
