import { useEffect, useRef } from 'react'
import type { Figure, Series } from '../../../../src/6-answer/index.ts'
import { showDay, showWhen } from '../../parts/days.ts'
import { ActorLink } from '../../parts/links.tsx'
import { Source, wordsOf } from '../../parts/quoted.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { figureWords, measureWords, toldOn } from './figure-words.ts'
import { sourcesOf } from './lay-chart.ts'
import { Shape } from './shapes.tsx'

const day = (figure: Figure): string => {
  const told = toldOn(figure)
  return told ? showDay(told) : 'not dated'
}

function Row({
  figure,
  source,
  revised,
  chosen,
}: {
  readonly figure: Figure
  readonly source: number
  readonly revised: readonly Figure[]
  readonly chosen: boolean
}) {
  const row = useRef<HTMLTableRowElement>(null)
  const was = useRef(chosen)
  useEffect(() => {
    // Rows come and go while one scrolls: only a choice that is made moves the page.
    if (chosen && !was.current) row.current?.scrollIntoView({ block: 'nearest' })
    was.current = chosen
  }, [chosen])
  const [cited] = figure.citations
  return (
    <tr
      ref={row}
      aria-current={chosen || undefined}
      className="block border-b border-line py-2 align-baseline aria-[current]:bg-accent-soft md:table-row md:[&>td]:py-2 md:[&>td]:pr-4"
    >
      <td className="inline pr-3 text-s whitespace-nowrap text-soft md:table-cell">{day(figure)}</td>
      <td className="inline pr-3 md:table-cell">
        <Shape source={source} hollow={figure.approximate} />
        {figure.actor ? <ActorLink of={{ id: figure.actor.id, name: figure.source }} /> : figure.source}
      </td>
      <td className="inline font-semibold md:table-cell md:whitespace-nowrap">{figureWords(figure)}</td>
      <td className="block md:table-cell">
        {cited && (
          <>
            <span className="words">“{wordsOf(cited.quotes)}”</span>{' '}
            <span className="text-s text-soft">
              <Source of={cited} />
            </span>
          </>
        )}
        <span className="flex flex-wrap gap-x-4 text-s text-soft empty:hidden">
          {figure.when.dated && <span>of {showWhen(figure.when)}</span>}
          {revised.length > 0 && (
            <span className="font-semibold text-ink">
              revises {revised.map((former) => `${figureWords(former)} of ${day(former)}`).join(', ')}
            </span>
          )}
          <StandingWords of={figure} />
        </span>
      </td>
    </tr>
  )
}

/** The figures of a series, each with who says so and in which words. */
export function Figures({ of, chosen }: { readonly of: Series; readonly chosen: string | undefined }) {
  const sources = sourcesOf(of.figures)
  return (
    <table className="block w-full md:table">
      <caption className="sr-only">
        {of.of?.name} {measureWords(of)}
      </caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="label border-b border-line text-left">
          <th className="w-28 py-1 font-semibold">Told on</th>
          <th className="w-56 py-1 font-semibold">Source</th>
          <th className="w-40 py-1 font-semibold">Figure</th>
          <th className="py-1 font-semibold">Words</th>
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {of.figures.map((figure) => (
          <Row
            key={figure.record}
            figure={figure}
            source={sources.indexOf(figure.source)}
            revised={of.figures.filter(({ record }) => figure.revises.includes(record))}
            chosen={figure.record === chosen}
          />
        ))}
      </tbody>
    </table>
  )
}
