import { memo, useState } from 'react'
import type { Happening } from '../../../../src/6-answer/index.ts'
import { showSpan, showWhen } from '../../parts/days.ts'
import { plural, spoken, standingWords } from '../../parts/words.ts'
import type { Mark as Drawn } from './lanes.ts'

/** What the picture says of one happening, for those who hear it and on hovering. */
export function wordsOfMark({ placed: [first, ...others], placed }: Drawn): string {
  if (others.length > 0) {
    const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
    return `${placed.length} happenings, ${showSpan(dayAt(first.at), dayAt(placed.at(-1)!.at))}`
  }
  const { type, actors, recipients, joint, when, support, disputed } = first.row
  const who = actors.map(({ name }) => name).join(' and ') || 'somebody not named'
  const whom = joint ? '' : recipients.map(({ name }) => name).join(' and ')
  return [
    `${spoken(type)}: ${who}${whom && `, ${whom}`}`,
    showWhen(when),
    ...standingWords(first.row),
    ...(disputed ? ['disputed'] : []),
    `${plural(support.reports, 'report')}, ${plural(support.origins, 'origin')}`,
  ].join('; ')
}

export const radiusOf = (reports: number): number => 4 + Math.min(4, Math.sqrt(Math.max(0, reports - 1)) * 1.6)

/**
 * One happening as it stands: larger with more reports, ringed where more than one origin tells it, hollow where it is
 * planned, struck where it is denied, half where that is disputed, pale where no day is told.
 */
export function Glyph({
  of,
}: {
  readonly of: Pick<Happening, 'support' | 'realis' | 'polarity' | 'disputed' | 'when'>
}) {
  const { support, realis, polarity, disputed, when } = of
  const r = radiusOf(support.reports)
  const hollow = realis !== 'actual' || disputed
  return (
    <g opacity={when.dated ? 1 : 0.5}>
      {support.origins > 1 && <circle r={r + 3} fill="none" stroke="var(--event)" strokeWidth="1" />}
      <circle r={r} fill={hollow ? 'var(--paper)' : 'var(--event)'} stroke="var(--event)" strokeWidth="1.5" />
      {disputed && <path d={`M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z`} fill="var(--event)" />}
      {polarity === 'denied' && (
        <>
          <path d={`M${-r - 4} ${r + 4}L${r + 4} ${-r - 4}`} stroke="var(--paper)" strokeWidth="3.5" />
          <path d={`M${-r - 4} ${r + 4}L${r + 4} ${-r - 4}`} stroke="var(--event)" strokeWidth="1.5" />
        </>
      )}
    </g>
  )
}

/** Several that would lie on each other: how many. */
function Count({ of }: { readonly of: number }) {
  const width = 14 + String(of).length * 7
  return (
    <>
      <rect x={-width / 2} y={-10} width={width} height={20} rx={10} fill="var(--paper)" stroke="var(--event)" />
      <text textAnchor="middle" y={4} fontSize={13} fontWeight={600} fill="var(--event)">
        {of}
      </text>
    </>
  )
}

export interface MarkProps {
  readonly of: Drawn
  /** Pixels from its beginning to its end, where that is to be seen. */
  readonly wide: number
  readonly y: number
  readonly chosen: boolean
  /** The one mark that Tab comes to. */
  readonly tabbable: boolean
  readonly lane: string
  readonly open: (lane: string, mark: Drawn, y: number) => void
}

/** Drawn anew only where something of it changes: there may be hundreds, and they move together. */
export const Mark = memo(function Mark({ of, wide, y, chosen, tabbable, lane, open }: MarkProps) {
  const [pointed, setPointed] = useState(false)
  const words = wordsOfMark(of)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a picture
    <g
      role="button"
      data-mark={of.placed[0].row.id}
      data-lane={lane}
      tabIndex={tabbable ? 0 : -1}
      aria-label={words}
      aria-pressed={chosen}
      onPointerEnter={() => setPointed(true)}
      onClick={() => open(lane, of, y)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open(lane, of, y)
      }}
      className="cursor-pointer"
    >
      {pointed && <title>{words}</title>}
      {wide > 0 && <path d={`M0 0H${wide}`} stroke="var(--event)" strokeWidth="2" opacity="0.4" />}
      <rect x={-12} y={-12} width={24} height={24} fill="transparent" />
      {of.placed.length > 1 ? <Count of={of.placed.length} /> : <Glyph of={of.placed[0].row} />}
      {chosen && <circle r={14} fill="none" stroke="var(--ink)" strokeWidth={2} />}
    </g>
  )
})
