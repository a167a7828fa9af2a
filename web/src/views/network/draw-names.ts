import type Sigma from 'sigma'
import type { EdgeLooks, NodeLooks } from './graph.ts'
import { placeNames, type Wanted } from './names.ts'

export interface NamesLook {
  /** Whose names are drawn; null: all. */
  readonly of: ReadonlySet<string> | null
  /** The one that is chosen: it comes first. */
  readonly chosen: string | undefined
  /** The one under the pointer, whose name stands over all. */
  readonly pointed: string | undefined
  readonly ink: string
  readonly accent: string
  readonly paper: string
}

const FONT = '500 13px Inter, sans-serif'

/** Draws the names of those in sight on the layer of names, those of most reports first; with a rim, to be read over lines. */
export function drawNames(picture: Sigma<NodeLooks, EdgeLooks>, look: NamesLook): void {
  const context = picture.getCanvases().labels?.getContext('2d')
  if (!context) return
  const sheet = picture.getDimensions()
  const scale = picture.scaleSize()
  context.font = FONT
  const marks: (Wanted & { readonly id: string })[] = []
  picture.getGraph().forEachNode((id) => {
    const shown = picture.getNodeDisplayData(id)
    if (!shown) return
    const { x, y } = picture.framedGraphToViewport(shown)
    if (x < 0 || y < 0 || x > sheet.width || y > sheet.height) return
    const text = picture.getGraph().getNodeAttribute(id, 'label')
    marks.push({ id, text, x, y, size: shown.size * scale, width: 0 })
  })
  const first = ({ id }: { readonly id: string }): number => (id === look.chosen ? 0 : 1)
  const wanted = marks
    .filter(({ id }) => id !== look.pointed && (look.of === null || look.of.has(id)))
    .sort((a, b) => first(a) - first(b) || b.size - a.size || (a.text < b.text ? -1 : 1))
    .map((mark) => ({ ...mark, width: context.measureText(mark.text).width }))
  const chosen = wanted.find(({ id }) => id === look.chosen)?.text
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = look.paper
  for (const { text, x, y } of placeNames(wanted, marks, sheet)) {
    context.fillStyle = text === chosen ? look.accent : look.ink
    context.strokeText(text, x, y)
    context.fillText(text, x, y)
  }
}
