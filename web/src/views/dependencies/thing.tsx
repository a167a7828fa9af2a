import type { Edge, Node, Web } from '../../../../src/6-answer/index.ts'
import { ActorLinks } from '../../parts/links.tsx'
import { Quotations, Quoted } from '../../parts/quoted.tsx'
import { isQuoted, MARKS, reach, relationWords, STATE_COLOURS, stateWords } from './web.ts'

export function State({ of }: { readonly of: Node['state'] }) {
  return (
    <span className={`text-s font-semibold whitespace-nowrap ${STATE_COLOURS[of]}`}>
      <span aria-hidden="true">{MARKS[of]} </span>
      {stateWords(of)}
    </span>
  )
}

/** The words of a thing as its report has them, or its name. */
export function ThingWords({ of, web }: { readonly of: Node; readonly web: Web }) {
  return isQuoted(of, web) ? <span className="words">“{of.text}”</span> : <strong>{of.text}</strong>
}

const unique = (actors: Node['actors']): Node['actors'] => [...new Map(actors.map((a) => [a.name, a])).values()]

export function Who({ of }: { readonly of: Node }) {
  if (of.actors.length === 0) return null
  return (
    <p className="text-s text-soft">
      <ActorLinks of={unique(of.actors)} />
    </p>
  )
}

function Link({ edge, web, end }: { readonly edge: Edge; readonly web: Web; readonly end: 'from' | 'to' }) {
  const other = web.nodes.find((node) => node.id === edge[end])
  if (!other) return null
  return (
    <li className="space-y-2">
      <p>
        {end === 'from' ? (
          <>
            <ThingWords of={other} web={web} /> <span className="text-soft">{relationWords(edge)} it</span>
          </>
        ) : (
          <>
            <span className="text-soft">It {relationWords(edge)}</span> <ThingWords of={other} web={web} />
          </>
        )}{' '}
        <State of={other.state} />
      </p>
      <Quotations of={edge.citations} />
    </li>
  )
}

function Links({
  title,
  edges,
  web,
  end,
  none,
}: {
  readonly title: string
  readonly edges: readonly Edge[]
  readonly web: Web
  readonly end: 'from' | 'to'
  readonly none: string
}) {
  return (
    <section aria-label={title}>
      <h4 className="label mb-2">{title}</h4>
      {edges.length === 0 ? (
        <p className="text-s text-soft">{none}</p>
      ) : (
        <ul className="space-y-4">
          {edges.map((edge) => (
            <Link key={`${edge.from} ${edge.relation} ${edge.to} ${edge.polarity}`} edge={edge} web={web} end={end} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** All of one thing: its state and what shows it, what it waits for, what it opens, each in the words of the reports. */
export function Thing({ of, web }: { readonly of: Node; readonly web: Web }) {
  const further = (way: 'upstream' | 'downstream', next: readonly Edge[]): string => {
    const more = reach(web, of.id, way).size - new Set(next.map((e) => (way === 'upstream' ? e.from : e.to))).size
    return more > 0 ? `, and ${more} further` : ''
  }
  const before = web.edges.filter((edge) => edge.to === of.id)
  const after = web.edges.filter((edge) => edge.from === of.id)
  return (
    <section
      aria-label={of.text}
      aria-live="polite"
      className="grid gap-x-8 gap-y-6 border-t border-line pt-4 lg:grid-cols-3"
    >
      <div className="space-y-2">
        <State of={of.state} />
        <h3>
          <ThingWords of={of} web={web} />
        </h3>
        <Who of={of} />
        {of.shownBy ? (
          <div className="pt-2">
            <p className="label mb-2">What shows its state</p>
            <Quoted of={of.shownBy} />
          </div>
        ) : (
          <p className="text-s text-soft">No report tells whether it came about.</p>
        )}
      </div>
      <Links
        title={`It waits for${further('upstream', before)}`}
        edges={before}
        web={web}
        end="from"
        none="Nothing is told that has to come before it or stands in its way."
      />
      <Links
        title={`It opens${further('downstream', after)}`}
        edges={after}
        web={web}
        end="to"
        none="Nothing is told that follows from it."
      />
    </section>
  )
}
