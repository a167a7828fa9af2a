import type { RefObject } from 'react'
import type { Web } from '../../../../src/6-answer/index.ts'
import { useOne } from '../../address/use-address.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { PlusIcon } from '../../parts/icons.tsx'
import { Section } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { useKeys } from '../../shell/keys.tsx'
import { WebList } from './list.tsx'
import { Picture } from './picture.tsx'
import { Thing } from './thing.tsx'
import { middleOf } from './web.ts'

const STEPS = [0.5, 0.75, 1, 1.5, 2]

/** How large the picture is, kept in the address; null: fitted into the page. */
function useZoom() {
  const [kept, keep] = useOne('zoom')
  const zoom = kept !== undefined && Number(kept) > 0.1 && Number(kept) < 5 ? Number(kept) : null
  const step = (by: 1 | -1): void => {
    const at = zoom ?? 1
    const next = by > 0 ? STEPS.find((s) => s > at) : STEPS.findLast((s) => s < at)
    keep(String(next ?? at))
  }
  return { zoom, step, fit: () => keep(undefined) }
}

function ZoomButtons({ zoom, step, fit }: ReturnType<typeof useZoom>) {
  return (
    <span className="flex items-center gap-1">
      <IconButton label="Smaller" onClick={() => step(-1)}>
        <span aria-hidden="true">−</span>
      </IconButton>
      <IconButton label="Larger" onClick={() => step(1)}>
        <PlusIcon />
      </IconButton>
      <Button look="quiet" onClick={fit} disabled={zoom === null}>
        Fit
      </Button>
    </span>
  )
}

interface LargerProps {
  readonly web: Web
  readonly mode: 'picture' | 'list'
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
  readonly svg: RefObject<SVGSVGElement | null>
}

function Circle({ web }: { readonly web: Web }) {
  if (web.circular.length === 0) return null
  const names = web.circular.map((id) => web.nodes.find((node) => node.id === id)?.text ?? id)
  return (
    <p className="mb-4 text-s text-stop">
      <strong>This goes round in a circle.</strong> Each waits for another:{' '}
      {names.map((name) => `“${name}”`).join(', ')}.
    </p>
  )
}

/** A web of several links: its picture or its list, and the thing that is chosen. */
export function Larger({ web, mode, chosen, choose, svg }: LargerProps) {
  const zoom = useZoom()
  const node = web.nodes.find((one) => one.id === chosen)
  useKeys(
    'Picture',
    mode === 'picture'
      ? [
          { keys: '+', does: 'Larger', run: () => zoom.step(1) },
          { keys: '-', does: 'Smaller', run: () => zoom.step(-1) },
          { keys: 'f', does: 'Fit into the page', run: zoom.fit },
        ]
      : [],
  )
  return (
    <Section
      title={middleOf(web).text}
      note={
        <span className="flex items-center gap-4">
          {plural(web.nodes.length, 'thing')}, {plural(web.edges.length, 'link')}
          {mode === 'picture' && <ZoomButtons {...zoom} />}
        </span>
      }
    >
      <Circle web={web} />
      {mode === 'picture' ? (
        <Picture web={web} chosen={node?.id} choose={choose} zoom={zoom.zoom} svg={svg} />
      ) : (
        <WebList web={web} chosen={node?.id} choose={choose} />
      )}
      <div className="mt-6">
        {node ? (
          <Thing of={node} web={web} />
        ) : (
          <p className="border-t border-line pt-4 text-s text-soft">
            Choose a thing to see what it waits for, what it opens, and in whose words.
            {mode === 'picture' && ' The arrow keys walk along the lines; dashes are planned or only supposed.'}
          </p>
        )}
      </div>
    </Section>
  )
}
