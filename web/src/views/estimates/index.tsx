import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Series } from '../../../../src/6-answer/index.ts'
import { useOne } from '../../address/use-address.ts'
import { useAskAll } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Chips } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { ActorLink } from '../../parts/links.tsx'
import { Quoted } from '../../parts/quoted.tsx'
import { Rows, type RowsHandle } from '../../parts/rows.tsx'
import { StandingWords } from '../../parts/standing.tsx'
import { View } from '../../parts/view.tsx'
import { plural, spoken } from '../../parts/words.ts'
import { Chart } from './chart.tsx'
import { figureWords, keyOfSeries, measureWords } from './figure-words.ts'
import { Figures } from './table.tsx'

const MOST_MEASURES = 16

/** What is counted, what most figures are of first. */
function measuresOf(rows: readonly Series[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { measure, figures } of rows) counts.set(measure, (counts.get(measure) ?? 0) + figures.length)
  return [...counts].sort(([, a], [, b]) => b - a).map(([measure]) => measure)
}

function Heading({ of }: { readonly of: Series }) {
  return (
    <h2 className="text-l font-semibold">
      {of.of ? <ActorLink of={of.of} /> : <span className="text-soft">Not told of whom</span>}
      <span className="font-normal text-soft">
        {' · '}
        {measureWords(of).replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}
      </span>
    </h2>
  )
}

/** One figure is a line of text. */
function Single({ of }: { readonly of: Series }) {
  const [figure] = of.figures
  if (!figure) return null
  const [cited] = figure.citations
  return (
    <article className="grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <Heading of={of} />
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-semibold">{figureWords(figure)}</span>
          <StandingWords of={figure} />
        </p>
      </div>
      {cited && <Quoted of={cited} />}
    </article>
  )
}

function Many({
  of,
  chosen,
  choose,
}: {
  readonly of: Series
  readonly chosen: string | undefined
  readonly choose: (record: string) => void
}) {
  return (
    <article className="space-y-3 pb-6">
      <Heading of={of} />
      <Chart of={of} chosen={chosen} choose={choose} />
      <Figures of={of} chosen={chosen} />
    </article>
  )
}

function Legend() {
  return (
    <p className="mb-4 text-s text-soft">
      A shape for each source. Filled: a number as told; hollow: about so many. A bar: from – to; an arrow: at least, or
      up to. A dashed line leads from a figure to the one that revises it. By the day on which it was told.
    </p>
  )
}

/** A line of text, or a chart with a line for each figure. */
const heightOf = ({ figures }: Series): number => (figures.length > 1 ? 410 + figures.length * 56 : 90)

const FRAMES = 30

/** Goes to the figure that the address names, once its series is drawn. */
function useArrival(rows: readonly Series[], chosen: string | undefined, list: RefObject<RowsHandle | null>): void {
  const arrived = useRef(chosen === undefined)
  useEffect(() => {
    const of = rows.find(({ figures }) => figures.some(({ record }) => record === chosen))
    if (arrived.current || !of) return
    arrived.current = true
    list.current?.show(keyOfSeries(of))
    const go = (frames: number): void => {
      const row = document.querySelector('tr[aria-current]')
      if (row) row.scrollIntoView({ block: 'center' })
      else if (frames > 0) requestAnimationFrame(() => go(frames - 1))
    }
    // The list brings the series into sight first.
    requestAnimationFrame(() => requestAnimationFrame(() => go(FRAMES)))
  }, [rows, chosen, list])
}

/** How many, by whose count, over time. */
export function Estimates() {
  const asked = useAskAll('estimates', {})
  const [measure, setMeasure] = useOne('measure')
  const [chosen, choose] = useOne('figure')
  const navigate = useNavigate()
  const measures = useMemo(() => measuresOf(asked.rows).slice(0, MOST_MEASURES), [asked.rows])
  const rows = useMemo(
    () => asked.rows.filter((row) => !measure || row.measure.toLowerCase().includes(measure.toLowerCase())),
    [asked.rows, measure],
  )
  const list = useRef<RowsHandle>(null)
  useArrival(rows, chosen, list)
  const some = rows.some(({ figures }) => figures.length > 1)
  return (
    <View
      title="Estimates"
      lead="How many, by whose count. No figure takes the place of another; a source that revises its own says so."
      actions={<ExportMenu question="estimates" options={measure ? { measure } : {}} />}
    >
      <FilterBar>
        <Chips
          label="What is counted"
          options={measures.map((value) => ({ value, label: spoken(value) }))}
          values={measure ? [measure] : []}
          onChange={(values) => setMeasure(values.at(-1))}
        />
      </FilterBar>
      <Answered asked={{ ...asked, rows }} nothing="No figure is told">
        {some && <Legend />}
        <p className="mb-2 text-s text-soft" role="status">
          {plural(rows.length, 'thing counted', 'things counted')}
        </p>
        <Rows
          name="Estimates"
          handle={list}
          rows={rows}
          idOf={keyOfSeries}
          height={heightOf}
          open={({ figures }) => {
            const cited = figures[0]?.citations[0]
            if (cited)
              void navigate({
                to: '/documents/$id',
                params: { id: cited.document },
                search: { version: String(cited.version), record: cited.record },
              })
          }}
        >
          {(row) => (row.figures.length > 1 ? <Many of={row} chosen={chosen} choose={choose} /> : <Single of={row} />)}
        </Rows>
      </Answered>
    </View>
  )
}
