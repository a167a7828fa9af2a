import type { Happening as Happened } from '../../../../src/6-answer/index.ts'
import { showWhen } from '../../parts/days.ts'
import { Kind } from '../../parts/kind.tsx'
import { ActorLink, Between } from '../../parts/links.tsx'
import { Quotations } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { SupportWords } from '../../parts/support.tsx'

export function Happening({ of }: { readonly of: Happened }) {
  const { type, when, actors, recipients, joint, about, place, support, disputed, citations } = of
  return (
    <article className="grid gap-x-6 gap-y-2 md:grid-cols-[160px_minmax(0,1fr)]">
      <div className="flex flex-wrap items-baseline gap-x-4 md:block">
        <Kind kind="event" type={type} />
        <p className="text-s text-soft">{showWhen(when)}</p>
      </div>
      <div className="min-w-0 space-y-2">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <Between from={actors} to={recipients} joint={joint} />
          {about && <span className="text-soft">{about}</span>}
          {place && (
            <span className="text-s text-soft">
              in <ActorLink of={place} />
            </span>
          )}
          {disputed && <span className="text-s font-semibold text-stop">disputed</span>}
          <StandingWords of={of} />
          {support.reports > 1 && <SupportWords of={support} />}
        </p>
        <Quotations of={citations} short />
      </div>
    </article>
  )
}
