import { createEdgeArrowHeadProgram, createEdgeCompoundProgram, EdgeRectangleProgram } from 'sigma/rendering'
import type { EdgeLooks, NodeLooks } from './graph.ts'

/** From one dash to the next, and a dash, in half pixels. */
const PERIOD = '20.0'
const DASH = '12.0'

const MAIN = /void main\((?:void)?\)\s*\{/

/** A shader with a declaration before its beginning and a line first in it. */
const within = (source: string, declared: string, first: string): string =>
  source.replace(MAIN, (main) => `${declared}\n${main}\n${first}`)

/** Lines of enmity are dashed, so that they are known without their colour. */
class Dashed extends EdgeRectangleProgram<NodeLooks, EdgeLooks> {
  override getDefinition() {
    const definition = super.getDefinition()
    return {
      ...definition,
      VERTEX_SHADER_SOURCE: within(
        definition.VERTEX_SHADER_SOURCE,
        'varying float v_along;',
        'v_along = a_positionCoef * length(a_positionEnd - a_positionStart) * u_sizeRatio / u_correctionRatio;',
      ),
      FRAGMENT_SHADER_SOURCE: within(
        definition.FRAGMENT_SHADER_SOURCE,
        'varying float v_along;',
        `if (mod(v_along, ${PERIOD}) > ${DASH}) discard;`,
      ),
    }
  }
}

const Head = createEdgeArrowHeadProgram<NodeLooks, EdgeLooks>()

export const LINES = {
  line: EdgeRectangleProgram<NodeLooks, EdgeLooks>,
  dashed: Dashed,
  lineArrow: createEdgeCompoundProgram<NodeLooks, EdgeLooks>([EdgeRectangleProgram, Head]),
  dashedArrow: createEdgeCompoundProgram<NodeLooks, EdgeLooks>([Dashed, Head]),
}
