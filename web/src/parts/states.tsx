import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { None } from '../../../src/6-answer/index.ts'
import { enterToken, Problem } from '../api/client.ts'
import { Button, buttonClass } from './button.tsx'

const PATIENCE_MS = 150
const LINES = [1, 2, 3, 4, 5, 6, 7, 8]

/** Grey lines where rows will be; not shown at all where the answer comes at once. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className={late ? 'space-y-6' : 'invisible space-y-6'}>
      <span className="sr-only">Asking the ledger …</span>
      {LINES.slice(0, rows).map((line) => (
        <div key={line} className="space-y-2" aria-hidden="true">
          <div className="h-4 w-1/3 rounded-s bg-line" />
          <div className="h-4 w-4/5 rounded-s bg-line opacity-60" />
        </div>
      ))}
    </div>
  )
}

export function Blank({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="rounded-m border border-dashed border-line-strong px-6 py-12 text-center">
      <p className="text-l font-semibold">{title}</p>
      <div className="mx-auto mt-2 max-w-[56ch] space-y-4 text-soft">{children}</div>
    </div>
  )
}

/** What questions are narrowed by, every one or that of a view; what a view shows, and of what, stays. */
const EVERY = ['about', 'since', 'until', 'certainty', 'sources', 'asOf', 'known']
const OF_A_VIEW = ['acts', 'begins', 'both', 'by', 'channel', 'kinds', 'measure', 'publisher', 'to', 'types']
const UNFILTERED = Object.fromEntries([...EVERY, ...OF_A_VIEW].map((name) => [name, undefined]))

/** The address with a name in place of the one that nobody bears, wherever that stands. */
function instead(search: Readonly<Record<string, unknown>>, message: string, name: string): Record<string, unknown> {
  const wrong = /“([^”]+)”/.exec(message)?.[1]
  const mend = (value: unknown): unknown => (value === wrong ? name : Array.isArray(value) ? value.map(mend) : value)
  return Object.fromEntries(Object.entries(search).map(([key, value]) => [key, mend(value)]))
}

/** Why there is no answer, and where to go from here. */
export function Nothing({ none, fallback }: { readonly none: None | null; readonly fallback: string }) {
  if (none?.code === 'empty') {
    return (
      <Blank title="The ledger holds no reports yet">
        <p>Read a report and keep it, or add many from the command line: readout add FILE.</p>
        <Link to="/read" className={buttonClass('primary')}>
          Read a report
        </Link>
      </Blank>
    )
  }
  if (none?.code === 'unknown-name' && none.nearest.length > 0) {
    return (
      <Blank title="Nobody is called that">
        <p>{none.message} The nearest names:</p>
        <p className="flex flex-wrap justify-center gap-2">
          {none.nearest.map((name) => (
            <Link key={name} to="." search={(before) => instead(before, none.message, name)} className={buttonClass()}>
              {name}
            </Link>
          ))}
        </p>
      </Blank>
    )
  }
  return (
    <Blank title={fallback}>
      <p>{none?.message ?? 'Nothing in the ledger answers that.'} Fewer filters or a later day may find more.</p>
      <Link to="." search={(before) => ({ ...before, ...UNFILTERED })} className={buttonClass()}>
        Take away all filters and both times
      </Link>
    </Blank>
  )
}

export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  if (error instanceof Problem && error.status === 401) return <TokenGate />
  const away = !(error instanceof Problem)
  return (
    <Blank title={away ? 'The server does not answer' : 'That could not be answered'}>
      <p role="alert">
        {away ? 'Is readout serve still running? Nothing that was kept is lost.' : error.message}
        {error instanceof Problem && (
          <>
            {' '}
            <a href={`/docs#${error.code}`}>({error.code})</a>
          </>
        )}
      </p>
      {retry && <Button onClick={retry}>Ask again</Button>}
    </Blank>
  )
}

/** The server is reached by others and asks who is there. */
function TokenGate() {
  const [secret, setSecret] = useState('')
  return (
    <Blank title="This ledger asks for a token">
      <p>Whoever runs it makes one with: readout token --name YOU --role analyst</p>
      <form
        className="flex justify-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          enterToken(secret)
        }}
      >
        <label className="sr-only" htmlFor="token">
          Token
        </label>
        <input
          id="token"
          type="password"
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          className="min-h-8 w-64 rounded-s border border-line-strong bg-raised px-3"
        />
        <Button look="primary" type="submit" disabled={secret.trim() === ''}>
          Enter
        </Button>
      </form>
    </Blank>
  )
}
