import type { Web } from '../../../../src/6-answer/index.ts'
import { Quotations } from '../../parts/quoted.tsx'
import { Rows } from '../../parts/rows.tsx'
import { Section } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { State, ThingWords, Who } from './thing.tsx'
import { relationWords } from './web.ts'

function Single({ web }: { readonly web: Web }) {
  const [edge] = web.edges
  const from = web.nodes.find((node) => node.id === edge?.from)
  const to = web.nodes.find((node) => node.id === edge?.to)
  if (!edge || !from || !to) return null
  return (
    <article className="space-y-3">
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_128px_minmax(0,1fr)]">
        <div>
          <State of={from.state} />
          <p>
            <ThingWords of={from} web={web} />
          </p>
          <Who of={from} />
        </div>
        <p className="text-s text-soft md:pt-6 md:text-center">
          {relationWords(edge)} <span aria-hidden="true">→</span>
        </p>
        <div>
          <State of={to.state} />
          <p>
            <ThingWords of={to} web={web} />
          </p>
          <Who of={to} />
        </div>
      </div>
      <Quotations of={edge.citations} />
    </article>
  )
}

/** Links that hang together with no other. */
export function Singles({ webs }: { readonly webs: readonly Web[] }) {
  return (
    <Section title="Single links" note={plural(webs.length, 'link')}>
      <Rows name="Single links" rows={webs} idOf={(web) => web.order.join(' ')} height={168}>
        {(web) => <Single web={web} />}
      </Rows>
    </Section>
  )
}
