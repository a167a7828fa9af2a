import type { ReactNode } from 'react'
import { describe } from '../../../../src/export/describe.ts'
import type { ReadoutRecord } from '../../../../src/model/index.ts'
import { Kind } from '../../parts/kind.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { Details } from './details.tsx'
import type { Readable } from './readable.ts'

/** What stands in the card besides the record: a mark of its state, and what can be done with it. */
export interface Extras {
  readonly state?: (record: ReadoutRecord) => ReactNode
  readonly actions?: (record: ReadoutRecord) => ReactNode
  readonly struck?: (record: ReadoutRecord) => boolean
}

interface CardProps {
  readonly of: ReadoutRecord
  readonly readable: Readable
  readonly chosen: boolean
  readonly extras?: Extras
  readonly choose: () => void
}

/** A record in a few lines; the chosen one says all. */
export function Card({ of, readable, chosen, extras = {}, choose }: CardProps) {
  const { what, line, when, where, sources, quote } = describe(of, readable.reading)
  const notes = [when, where && `in ${where}`, sources].filter(Boolean).join(' · ')
  const struck = extras.struck?.(of) ?? false
  return (
    <>
      <button
        type="button"
        data-choose={of.id}
        aria-expanded={chosen}
        onClick={choose}
        className="block w-full rounded-s text-left"
      >
        <span className="flex flex-wrap items-baseline gap-x-4">
          <Kind kind={of.kind} type={what} />
          <StandingWords of={of} />
          {extras.state?.(of)}
        </span>
        <span className={struck ? 'line-through decoration-stop' : ''}>
          {of.kind === 'dependency' ? (
            <span className="line-clamp-3 font-serif">{line.replace(/\s+⇒\s+/, ' ⇒ ')}</span>
          ) : (
            <>
              <span className="block font-semibold">{line}</span>
              <span className={`font-serif ${chosen ? 'block' : 'line-clamp-2'}`}>{quote}</span>
            </>
          )}
        </span>
        {!chosen && notes !== '' && <span className="block text-s text-soft">{notes}</span>}
      </button>
      {chosen && (
        <div className="mt-2 space-y-3">
          <Details of={of} readable={readable} />
          {extras.actions?.(of)}
        </div>
      )}
    </>
  )
}
