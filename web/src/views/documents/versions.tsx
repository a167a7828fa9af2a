import { Link } from '@tanstack/react-router'
import type { HeldDocument, Version } from '../../../../src/5-ledger/index.ts'
import { showMoment } from '../../parts/days.ts'
import { type Piece, wordChanges } from './word-changes.ts'

const LOOKS: Readonly<Record<Piece['kind'], string>> = {
  same: '',
  removed: 'text-stop line-through decoration-1',
  added: 'text-good underline decoration-2 underline-offset-4',
}

function Words({ of: { kind, text } }: { readonly of: Piece }) {
  if (kind === 'removed') return <del className={LOOKS.removed}>{text}</del>
  if (kind === 'added') return <ins className={LOOKS.added}>{text}</ins>
  return <span>{text}</span>
}

function Changes({ of }: { readonly of: Version }) {
  return (
    <section aria-label={`What changed in version ${of.number}`} className="max-w-[76ch]">
      <h2 className="label">
        What changed in version {of.number}{' '}
        <span className="font-normal">
          (<del className={LOOKS.removed}>taken out</del>, <ins className={LOOKS.added}>put in</ins>)
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

/** The versions of a report, and what the shown one changed. Nothing where there is one. */
export function Versions({ of, shown }: { readonly of: HeldDocument; readonly shown: number }) {
  if (of.versions.length < 2) return null
  const version = of.versions.find(({ number }) => number === shown)
  return (
    <section aria-label="Versions" className="mb-8 space-y-3 border-y border-line py-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-s">
        {of.versions.map(({ number, recordedAt }) => (
          <li key={number}>
            <Link
              to="."
              search={(before) => ({
                ...before,
                version: number === of.versions.at(-1)!.number ? undefined : String(number),
                record: undefined,
              })}
              aria-current={number === shown ? 'page' : undefined}
              className="inline-flex min-h-6 items-center underline decoration-line underline-offset-4 hover:decoration-ink aria-[current]:font-semibold aria-[current]:no-underline"
            >
              Version {number}, recorded {showMoment(recordedAt)}
            </Link>
          </li>
        ))}
      </ul>
      {version && version.number > 1 && <Changes of={version} />}
    </section>
  )
}
