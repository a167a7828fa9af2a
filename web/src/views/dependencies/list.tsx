import { useMemo } from 'react'
import type { Edge, Web } from '../../../../src/6-answer/index.ts'
import { State, ThingWords, Who } from './thing.tsx'
import { relationWords } from './web.ts'

interface Walked {
  readonly roots: readonly string[]
  /** The edge by which each thing is shown with what follows on it, null where the list begins; by others it is named alone. */
  readonly whole: ReadonlyMap<string, Edge | null>
  /** The edges from each thing. */
  readonly from: ReadonlyMap<string, readonly Edge[]>
}

interface BranchProps {
  readonly web: Web
  readonly id: string
  /** By which the list came here; null at its beginnings. */
  readonly by: Edge | null
  /** Things on the way here: a circle ends where it began. */
  readonly above: readonly string[]
  readonly walked: Walked
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
}

/** A thing, and under it what it opens. */
function Branch({ web, id, by, above, walked, chosen, choose }: BranchProps) {
  const node = web.nodes.find((one) => one.id === id)
  if (!node) return null
  const round = above.includes(id)
  const follows = walked.from.get(id) ?? []
  const here = walked.whole.get(id) === by
  const next = here ? follows : []
  return (
    <li className="py-2">
      <div className="space-y-1">
        {by && <p className="text-s text-soft">{relationWords(by)}</p>}
        <p className="flex flex-wrap items-baseline gap-x-3">
          <State of={node.state} />
          <button
            type="button"
            aria-pressed={id === chosen}
            onClick={() => choose(id === chosen ? undefined : id)}
            className="min-h-6 text-left underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-ink aria-pressed:decoration-accent aria-pressed:decoration-2"
          >
            <ThingWords of={node} web={web} />
          </button>
        </p>
        <Who of={node} />
        {!round && !here && follows.length > 0 && (
          <p className="text-s text-soft">What follows stands in this list already.</p>
        )}
        {round && <p className="text-s text-stop">Here the circle closes: it waits for itself.</p>}
      </div>
      {next.length > 0 && (
        <ul className="mt-1 ml-1 border-l border-line pl-4">
          {next.map((edge) => (
            <Branch
              key={`${edge.relation} ${edge.to} ${edge.polarity}`}
              web={web}
              id={edge.to}
              by={edge}
              above={[...above, id]}
              walked={walked}
              chosen={chosen}
              choose={choose}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

/**
 * Where the list begins, and by which edge it comes to each thing first: at what waits for nothing, then at the first of
 * what was not come to, as on circles. So all of it is there, each thing once with what follows on it.
 */
function walk({ order, edges }: Web): Walked {
  const roots: string[] = []
  const waiting = new Set(edges.flatMap((edge) => (edge.from === edge.to ? [] : edge.to)))
  const whole = new Map<string, Edge | null>()
  const from = new Map<string, Edge[]>()
  for (const edge of edges) from.set(edge.from, [...(from.get(edge.from) ?? []), edge])
  const come = (id: string, by: Edge | null): void => {
    if (whole.has(id)) return
    whole.set(id, by)
    for (const edge of from.get(id) ?? []) come(edge.to, edge)
  }
  const begin = (id: string): void => {
    if (whole.has(id)) return
    roots.push(id)
    come(id, null)
  }
  for (const id of order) if (!waiting.has(id)) begin(id)
  for (const id of order) begin(id)
  return { roots, whole, from }
}

/** The same as the picture, as a list: from what waits for nothing to what it opens, step by step. */
export function WebList({ web, chosen, choose }: Pick<BranchProps, 'web' | 'chosen' | 'choose'>) {
  const walked = useMemo(() => walk(web), [web])
  return (
    <ul aria-label="The web as a list" className="divide-y divide-line">
      {walked.roots.map((id) => (
        <Branch key={id} web={web} id={id} by={null} above={[]} walked={walked} chosen={chosen} choose={choose} />
      ))}
    </ul>
  )
}
