import type { Said } from '../../../../src/6-answer/index.ts'
import { showWhen } from '../../parts/days.ts'
import { Kind } from '../../parts/kind.tsx'
import { ActorLink, ActorLinks } from '../../parts/links.tsx'
import { Quotations } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'

export function Statement({ of }: { readonly of: Said }) {
  const { speaker, hearers, act, channel, topics, when, citations } = of
  return (
    <article className="grid gap-x-6 gap-y-2 md:grid-cols-[160px_minmax(0,1fr)]">
      <div className="flex flex-wrap items-baseline gap-x-4 md:block">
        <Kind kind="statement" type={act} />
        <p className="text-s text-soft">{showWhen(when)}</p>
      </div>
      <div className="min-w-0 space-y-2">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span>
            <strong>
              <ActorLink of={speaker} />
            </strong>
            {hearers.length > 0 && (
              <span className="text-soft">
                {' to '}
                <ActorLinks of={hearers} />
              </span>
            )}
            {channel && <span className="text-soft"> · {channel}</span>}
          </span>
          <StandingWords of={of} />
        </p>
        <Quotations of={citations} />
        {topics.length > 0 && (
          <p className="text-s text-soft">
            About <ActorLinks of={topics.slice(0, 6)} />
            {topics.length > 6 && ` and ${topics.length - 6} more`}
          </p>
        )}
      </div>
    </article>
  )
}
