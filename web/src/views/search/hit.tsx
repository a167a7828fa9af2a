import type { Found } from '../../../../src/6-answer/index.ts'
import { showWhen } from '../../parts/days.ts'
import { Kind } from '../../parts/kind.tsx'
import { ActorLinks } from '../../parts/links.tsx'
import { Source, wordsOf } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { Lit } from './lit.tsx'

/** A record in whose words something was found. */
export function Hit({ of, stems }: { readonly of: Found; readonly stems: ReadonlySet<string> }) {
  const { kind, subtype, actors, when, citations } = of
  return (
    <article className="grid gap-x-6 gap-y-2 md:grid-cols-[160px_minmax(0,1fr)]">
      <div className="flex flex-wrap items-baseline gap-x-4 md:block">
        <Kind kind={kind} type={subtype} />
        <p className="text-s text-soft">{showWhen(when)}</p>
      </div>
      <div className="min-w-0 space-y-2">
        {(actors.length > 0 || of.polarity === 'denied' || of.certainty !== 'certain' || of.realis !== 'actual') && (
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="font-semibold">
              <ActorLinks of={actors} />
            </span>
            <StandingWords of={of} />
          </p>
        )}
        {citations.map((one) => (
          <figure key={one.record} className="max-w-[76ch] border-l-2 border-line pl-3">
            <blockquote className="words">
              “<Lit text={wordsOf(one.quotes)} stems={stems} />”
            </blockquote>
            <figcaption className="mt-1 text-s text-soft">
              <Source of={one} />
            </figcaption>
          </figure>
        ))}
      </div>
    </article>
  )
}
