import type { Pact as Agreed } from '../../../../src/6-answer/index.ts'
import { DownIcon, NextIcon } from '../../parts/icons.tsx'
import { ActorLinks } from '../../parts/links.tsx'
import { plural } from '../../parts/words.ts'
import { History } from './history.tsx'
import { StatusWord } from './status.tsx'
import { Track } from './track.tsx'

/** "Covers military · not political". */
export function coverWords({ scope, excludes }: Pick<Agreed, 'scope' | 'excludes'>): string {
  const covers = scope.length > 0 ? `Covers ${scope.join(', ')}` : ''
  const not = excludes.length > 0 ? `${covers ? 'not' : 'Does not cover'} ${excludes.join(', ')}` : ''
  return [covers, not].filter(Boolean).join(' · ')
}

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1)

/** An agreement: where it stands, between whom, what it covers, and status by status over time; opened, its words. */
export function Pact({
  of,
  open,
  toggle,
}: {
  readonly of: Agreed
  readonly open: boolean
  readonly toggle: () => void
}) {
  const covers = coverWords(of)
  const reports = new Set(of.citations.map(({ document }) => document)).size
  return (
    <article>
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,360px)_minmax(0,1fr)]">
        <div className="min-w-0">
          <StatusWord status={of.status} />
          <h2 className="-ml-1 text-l font-semibold">
            <button
              type="button"
              aria-expanded={open}
              onClick={toggle}
              className="flex min-h-8 items-center gap-1 px-1 text-left font-semibold hover:bg-sunken"
            >
              {capital(of.name)}
              <span className="text-soft">{open ? <DownIcon /> : <NextIcon />}</span>
            </button>
          </h2>
          <p>
            <ActorLinks of={of.parties} none={<span className="text-soft">Between whom is not told</span>} />
          </p>
          <p className="text-s text-soft">
            {covers && `${covers} · `}
            {plural(reports, 'report')}
            {of.hangsOn.length > 0 &&
              ` · ${plural(of.hangsOn.length, 'condition or consequence', 'conditions or consequences')}`}
          </p>
        </div>
        <Track of={of} />
      </div>
      {open && (
        <div className="mt-6 mb-4 lg:pl-6">
          <History of={of} />
        </div>
      )}
    </article>
  )
}
