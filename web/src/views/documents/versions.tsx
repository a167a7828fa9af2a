import { Link } from '@tanstack/react-router'
import type { HeldDocument, Version } from '../../../../src/5-ledger/index.ts'
import { showMoment } from '../../parts/days.ts'
import { type Piece, wordChanges } from './word-changes.ts'

const REMOVED = 'text-stop line-through decoration-1'
const ADDED = 'text-good underline decoration-2 underline-offset-4'

function Words({ of: { kind, text } }: { readonly of: Piece }) {
  if (kind === 'removed') return <del className={REMOVED}>{text}</del>
  if (kind === 'added') return <ins className={ADDED}>{text}</ins>
  return <span>{text}</span>
}

function Changes({ of }: { readonly of: Version }) {
  return (
    <section aria-label={`What changed in version ${of.number}`} className="max-w-[76ch]">
      <h2 className="label">
        What changed in version {of.number}{' '}
        <span className="font-normal">
          (<del className={REMOVED}>taken out</del>, <ins className={ADDED}>put in</ins>)
        </span>
      </h2>
      {of.changes.length === 0 && <p className="text-soft">No words: the title or the day is another.</p>}
      {of.changes.map(({ removed, added, new: { start } }) => (
        <p key={`${start} ${added}`} className="words mt-1">
          {wordChanges(removed.trim(), added.trim()).map((piece, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a change never move
            <Words key={k} of={piece} />
          ))}
        </p>
      ))}
    </section>
  )
}

/** The versions of a report, and what the shown one changed; of the first, what the second did. Nothing where there is one. */
export function Versions({ of, shown }: { readonly of: HeldDocument; readonly shown: number }) {
  if (of.versions.length < 2) return null
  const changes = of.versions.find(({ number }) => number === Math.max(2, shown))
  const newest = of.versions.at(-1)!.number
  return (
    <section aria-label="Versions" className="mb-8 space-y-3 border-y border-line py-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-s">
        {of.versions.map(({ number, recordedAt }) => {
          const words = `Version ${number}, recorded ${showMoment(recordedAt)}`
          return (
            <li key={number} className="flex min-h-6 items-center">
              {number === shown ? (
                <strong aria-current="true">{words}</strong>
              ) : (
                <Link
                  to="."
                  search={(before) => ({
                    ...before,
                    version: number === newest ? undefined : String(number),
                    record: undefined,
                  })}
                  className="underline decoration-line underline-offset-4 hover:decoration-ink"
                >
                  {words}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      {changes && <Changes of={changes} />}
    </section>
  )
}
