import type { HeldRecord } from '../../5-ledger/index.ts'
import type { Format } from './format.ts'
import { type Attributes, GRAPH_KINDS, graphOf, NODE_ATTRIBUTES, TIE_ATTRIBUTES, told } from './graph.ts'

type Element = 'node' | 'edge'

const declared = (element: Element, attributes: Attributes<never>): string =>
  attributes
    .map(([name, type]) => `<key id="${element}-${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('')

const data = <T>(element: Element, attributes: Attributes<T>, of: T): string =>
  told(attributes, of)
    .map(({ name, text }) => `<data key="${element}-${name}">${text}</data>`)
    .join('')

const LABEL: Attributes<string> = [['label', 'string', (name) => name]]
const DAYS: Attributes<HeldRecord> = [
  ['start', 'string', ({ dated, validFrom }) => (dated ? validFrom : null)],
  ['end', 'string', ({ dated, validTo }) => (dated ? validTo : null)],
]

/** GraphML: the same network without a time axis; days are attributes. */
export const graphml: Format = {
  name: 'graphml',
  title: 'GraphML, a network (igraph, NetworkX, Cytoscape): actors, and a tie for every record between two',
  extension: 'graphml',
  mediaType: 'application/xml; charset=utf-8',
  kinds: GRAPH_KINDS,
  async *write(pages, setting) {
    const { actors, ties } = await graphOf(pages, setting)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield declared('node', LABEL) + declared('node', NODE_ATTRIBUTES)
    yield declared('edge', DAYS) + declared('edge', TIE_ATTRIBUTES)
    yield '<graph id="readout" edgedefault="directed">\n'
    for (const [id, { name, actor }] of actors)
      yield `<node id="${id}">${data('node', LABEL, name)}${data('node', NODE_ATTRIBUTES, actor)}</node>\n`
    for (const { id, from, to, mutual, record } of ties)
      yield `<edge id="${id}" source="${from}" target="${to}" directed="${!mutual}">${data('edge', DAYS, record)}${data(
        'edge',
        TIE_ATTRIBUTES,
        record,
      )}</edge>\n`
    yield '</graph>\n</graphml>\n'
  },
}
