import type { Edge, Web } from '../../../../src/6-answer/index.ts'
import { State, ThingWords, Who } from './thing.tsx'
import { relationWords } from './web.ts'

interface BranchProps {
  readonly web: Web
  readonly id: string
  /** By which the list came here; null at its beginnings. */
  readonly by: Edge | null
  /** Things on the way here: a circle ends where it began. */
  readonly above: readonly string[]
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
}

/** A thing, and under it what it opens. */
function Branch({ web, id, by, above, chosen, choose }: BranchProps) {
  const node = web.nodes.find((one) => one.id === id)
  if (!node) return null
  const round = above.includes(id)
  const next = round ? [] : web.edges.filter((edge) => edge.from === id)
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
              chosen={chosen}
              choose={choose}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

/** The same as the picture, as a list: from what waits for nothing to what it opens, step by step. */
export function WebList({ web, chosen, choose }: Pick<BranchProps, 'web' | 'chosen' | 'choose'>) {
  const free = web.order.filter((id) => !web.edges.some((edge) => edge.to === id && edge.from !== id))
  const roots = free.length > 0 ? free : web.order.slice(0, 1)
  return (
    <ul aria-label="The web as a list" className="divide-y divide-line">
      {roots.map((id) => (
        <Branch key={id} web={web} id={id} by={null} above={[]} chosen={chosen} choose={choose} />
      ))}
    </ul>
  )
}
