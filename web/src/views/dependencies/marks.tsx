import { type KeyboardEvent, useRef } from 'react'
import type { Node } from '../../../../src/6-answer/index.ts'
import {
  LINE,
  NAME_FONT,
  NODE_WIDTH,
  PADDING,
  type PlacedEdge,
  type PlacedNode,
  type Points,
  pathOf,
  SMALL_FONT,
  SMALL_LINE,
  WORDS_FONT,
} from './layout.ts'
import { isFirm, MARKS, stateWords } from './web.ts'

const COLOURS: Readonly<Record<Node['state'], string>> = {
  fulfilled: 'var(--good)',
  pending: 'var(--wait)',
  blocked: 'var(--stop)',
  unknown: 'var(--soft)',
}

const FADED = 0.25
/** "600 15px Inter, …" as an element takes it. */
const fontOf = (font: string) => {
  const [, weight, size, family] = /^(?:(\d+) )?(\d+)px (.*)$/.exec(font)!
  return { fontFamily: family!, fontSize: size!, ...(weight ? { fontWeight: weight } : {}) }
}

/** Said as it is seen. */
const spoken = ({ node, lines, who }: PlacedNode): string =>
  [MARKS[node.state], stateWords(node.state), ...lines, who].join(' ').trim()

interface NodeBoxProps {
  readonly of: PlacedNode
  readonly lit: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onFocus: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** A thing: its state over its words, and who takes part in it under them. */
export function NodeBox({ of, lit, chosen, onChoose, onFocus, onKey }: NodeBoxProps) {
  const { node, quoted, lines, who, x, y, height } = of
  const colour = COLOURS[node.state]
  // A click focuses first; what is chosen by that is not taken away by the click itself.
  const pressed = useRef(false)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box of an SVG picture
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={spoken(of)}
      data-node={node.id}
      transform={`translate(${x} ${y})`}
      opacity={lit ? 1 : FADED}
      className="moves cursor-pointer"
      onPointerDown={() => {
        pressed.current = true
      }}
      onClick={() => {
        pressed.current = false
        onChoose()
      }}
      onFocus={() => !pressed.current && onFocus()}
      onKeyDown={onKey}
    >
      <rect
        width={NODE_WIDTH}
        height={height}
        rx={4}
        fill="var(--raised)"
        stroke={chosen ? 'var(--accent)' : 'var(--line-strong)'}
        strokeWidth={chosen ? 2 : 1}
      />
      <rect width={4} height={height} rx={2} fill={colour} />
      <text x={PADDING + 2} y={PADDING + 12} fill={colour} {...fontOf(`600 ${SMALL_FONT}`)}>
        {`${MARKS[node.state]} ${stateWords(node.state)} `}
      </text>
      {lines.map((line, k) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text stay in their order
          key={k}
          x={PADDING + 2}
          y={PADDING + SMALL_LINE + (k + 1) * LINE - 5}
          fill="var(--ink)"
          {...fontOf(quoted ? WORDS_FONT : NAME_FONT)}
        >
          {`${line} `}
        </text>
      ))}
      {who && (
        <text x={PADDING + 2} y={height - PADDING - 2} fill="var(--soft)" {...fontOf(SMALL_FONT)}>
          {who}
        </text>
      )}
    </g>
  )
}

const HEAD = 7

/** The head of an arrow: lines come in level. */
function headOf(points: Points): string {
  const [before, end] = [points.at(-2), points.at(-1)]
  if (!before || !end) return ''
  const back = end.x - HEAD * Math.sign(end.x - before.x)
  return `M${back} ${end.y - HEAD / 2}L${end.x} ${end.y}L${back} ${end.y + HEAD / 2}`
}

/** What an edge says stands on it; dashes: planned, only supposed, or denied. */
export function EdgeMark({ of, lit }: { readonly of: PlacedEdge; readonly lit: boolean }) {
  const { edge, points, label } = of
  const inTheWay = edge.relation === 'obstructs'
  const colour = inTheWay ? 'var(--stop)' : 'var(--line-strong)'
  const height = label.lines.length * SMALL_LINE
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus, and the list tells the same
    <g opacity={lit ? 1 : FADED} className="moves" fill="none" aria-hidden="true">
      <path
        d={pathOf(points)}
        stroke={colour}
        strokeWidth={1.5}
        {...(isFirm(edge) ? {} : { strokeDasharray: '5 4' })}
      />
      <path d={headOf(points)} stroke={colour} strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      <rect
        x={label.x - label.width / 2}
        y={label.y - height / 2}
        width={label.width}
        height={height}
        fill="var(--paper)"
      />
      {label.lines.map((line, k) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label stay in their order
          key={k}
          x={label.x}
          y={label.y - height / 2 + (k + 1) * SMALL_LINE - 5}
          textAnchor="middle"
          fill={inTheWay ? 'var(--stop)' : 'var(--soft)'}
          {...fontOf(SMALL_FONT)}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
