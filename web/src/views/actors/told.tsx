import { Link } from '@tanstack/react-router'
import type { Pact, Series } from '../../../../src/6-answer/index.ts'
import { showDay } from '../../parts/days.ts'
import { ActorLinks } from '../../parts/links.tsx'
import { attribution } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { coverWords } from '../agreements/pact.tsx'
import { StatusWord } from '../agreements/status.tsx'
import { figureWords, keyOfSeries, measureWords, toldOn } from '../estimates/figure-words.ts'
import { RangeMark, rangeScale } from '../estimates/range-mark.tsx'

const LINK = 'underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-ink'

/** Agreements of which it is a party, with where each stands. */
export function Pacts({ of }: { readonly of: readonly Pact[] }) {
  return (
    <ul aria-label="Agreements">
      {of.map((pact) => (
        <li
          key={pact.id}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 first:pt-0 last:border-0 md:grid-cols-[160px_minmax(0,1fr)]"
        >
          <StatusWord status={pact.status} />
          <div className="min-w-0">
            <Link to="/agreements" search={{ pact: pact.id }} className={`font-semibold ${LINK}`}>
              {pact.name}
            </Link>
            <p className="text-s text-soft">
              <ActorLinks of={pact.parties} />
              {coverWords(pact) && ` · ${coverWords(pact)}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Numbers({ of }: { readonly of: Series }) {
  const at = rangeScale(of.figures)
  return (
    <section aria-label={measureWords(of)} className="border-b border-line py-3 first:pt-0 last:border-0">
      <h3 className="font-semibold">{measureWords(of)}</h3>
      <ul>
        {of.figures.map((figure) => {
          const day = toldOn(figure)
          const [cited] = figure.citations
          return (
            <li
              key={figure.record}
              className="grid items-center gap-x-6 text-s md:grid-cols-[136px_minmax(0,3fr)_minmax(0,2fr)]"
            >
              <span className="pt-1 text-m md:pt-0">{figureWords(figure)}</span>
              <span className="text-soft">
                {cited ? (
                  <Link
                    to="/documents/$id"
                    params={{ id: cited.document }}
                    search={{ version: String(cited.version), record: cited.record }}
                    className="underline decoration-line underline-offset-4 hover:text-ink hover:decoration-ink"
                  >
                    {attribution(cited)}
                  </Link>
                ) : (
                  [figure.source, day && showDay(day)].filter(Boolean).join(', ')
                )}{' '}
                {figure.revises.length > 0 && <span className="font-semibold">revises a former figure</span>}{' '}
                <StandingWords of={figure} />
              </span>
              {of.figures.length > 1 && <RangeMark of={figure} at={at} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** How many of it, by whose count. */
export function Counts({ of, name }: { readonly of: readonly Series[]; readonly name: string }) {
  return (
    <>
      {of.map((series) => (
        <Numbers key={keyOfSeries(series)} of={series} />
      ))}
      <Link to="/estimates" search={{ about: [name] }} className="text-s text-accent underline-offset-4">
        See them over time
      </Link>
    </>
  )
}
