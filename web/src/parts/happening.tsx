import type { Happening as Happened } from '../../../src/6-answer/index.ts'
import { showWhen } from './days.ts'
import { Kind } from './kind.tsx'
import { ActorLink, Between } from './links.tsx'
import { Quotations } from './quoted.tsx'
import { StandingWords } from './standing.tsx'
import { SupportWords } from './support.tsx'

/** What happened, when, who to whom, how sure, on how many words; and the words themselves. */
export function Happening({ of, narrow = false }: { readonly of: Happened; readonly narrow?: boolean }) {
  const { type, mode, actors, recipients, joint, place, when, support, disputed, citations } = of
  return (
    <article className={narrow ? 'space-y-2' : 'grid gap-x-6 gap-y-2 md:grid-cols-[160px_minmax(0,1fr)]'}>
      <div className={`flex flex-wrap items-baseline gap-x-4 ${narrow ? '' : 'md:block'}`}>
        <Kind kind="event" type={type} />
        <p className="text-s text-soft">{showWhen(when)}</p>
      </div>
      <div className="min-w-0 space-y-2">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span>
            <Between from={actors} to={joint ? [] : recipients} />
            {mode && <span className="text-soft"> · {mode}</span>}
            {place && (
              <span className="text-soft">
                {' · in '}
                <ActorLink of={place} />
              </span>
            )}
          </span>
          <StandingWords of={of} />
          {disputed && <span className="text-s font-semibold text-stop">disputed</span>}
          <SupportWords of={support} />
        </p>
        <Quotations of={citations} short={narrow} />
      </div>
    </article>
  )
}
