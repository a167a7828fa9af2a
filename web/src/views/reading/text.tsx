import { memo, type Ref, useMemo } from 'react'
import { segmentText, spansOfRecord } from '../../../../src/export/html/segments.ts'
import type { Certainty, Reading, ReadoutRecord } from '../../../../src/model/index.ts'

/** How much of its kind's colour a mark has: the less sure, the lighter. */
const SHADES: Readonly<Record<Certainty, number>> = { certain: 100, probable: 70, possible: 50, unknown: 35 }

/** A broken line: not told as a fact. */
const broken = ({ polarity, realis }: ReadoutRecord): boolean => polarity === 'denied' || realis !== 'actual'

const lengthOf = (record: ReadoutRecord): number => spansOfRecord(record).reduce((n, s) => n + s.end - s.start, 0)

const lineOf = (record: ReadoutRecord) => ({
  textDecorationColor: `color-mix(in srgb, var(--${record.kind}) ${SHADES[record.certainty]}%, transparent)`,
})

/** The text, each record's words underlined in the colour of its kind; where several lie over each other, of the shortest. */
export const MarkedText = memo(function MarkedText({
  reading,
  shown,
  ref,
}: {
  readonly reading: Reading
  /** The records that are marked. */
  readonly shown: readonly ReadoutRecord[]
  readonly ref: Ref<HTMLDivElement>
}) {
  const segments = useMemo(() => segmentText({ ...reading, records: shown, actors: [] }), [reading, shown])
  const { text, language } = reading.document
  return (
    <div ref={ref} lang={language} className="words relative leading-[34px] whitespace-pre-wrap">
      {segments.map(({ start, end, records }) => {
        const words = text.slice(start, end)
        const over = records.map((k) => shown[k]!).sort((a, b) => lengthOf(a) - lengthOf(b))
        const [top] = over
        if (!top) return <span key={start}>{words}</span>
        return (
          <span
            key={start}
            data-records={over.map((record) => record.id).join(' ')}
            style={lineOf(top)}
            className={`moves cursor-pointer scroll-mt-16 rounded-[2px] underline decoration-2 underline-offset-[5px] data-lit:bg-hit ${broken(top) ? 'decoration-dashed' : ''}`}
          >
            {words}
          </span>
        )
      })}
    </div>
  )
})
