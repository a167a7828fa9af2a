import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { plural } from '../../parts/words.ts'

const FIRST = 5
/** More than so many are walked in their own view, where only what is seen is drawn. */
const MOST = 200

/** The latest of a list that is in order of time; all of it at wish. */
export function Latest<Row extends { readonly id: string }>({
  rows,
  name,
  one,
  elsewhere,
  children,
}: {
  readonly rows: readonly Row[]
  readonly name: string
  /** What one row is called: "statement". */
  readonly one: string
  readonly elsewhere: { readonly to: string; readonly search: Readonly<Record<string, readonly string[]>> }
  readonly children: (row: Row) => ReactNode
}) {
  const [all, setAll] = useState(false)
  const shown = [...rows].reverse().slice(0, all ? MOST : FIRST)
  return (
    <>
      <ul aria-label={name}>
        {shown.map((row) => (
          <li key={row.id} className="border-b border-line py-4 first:pt-0 last:border-0">
            {children(row)}
          </li>
        ))}
      </ul>
      {rows.length > FIRST && (
        <p className="flex flex-wrap items-center gap-4">
          <Button aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Show the latest ${FIRST}` : `Show all ${plural(Math.min(rows.length, MOST), one)}`}
          </Button>
          {all && rows.length > MOST && (
            <Link to={elsewhere.to} search={elsewhere.search} className="text-s text-accent underline-offset-4">
              All {plural(rows.length, one)}
            </Link>
          )}
        </p>
      )}
    </>
  )
}
