import type { Format } from './format.ts'
import { type Attributes, GRAPH_KINDS, graphOf, NODE_ATTRIBUTES, TIE_ATTRIBUTES, type Tie, told, xml } from './graph.ts'

const declared = (cls: 'node' | 'edge', attributes: Attributes<never>): string =>
  `<attributes class="${cls}" mode="static">${attributes
    .map(([title, type], k) => `<attribute id="${cls[0]}${k}" title="${title}" type="${type}"/>`)
    .join('')}</attributes>\n`

const values = <T>(cls: 'node' | 'edge', attributes: Attributes<T>, of: T): string =>
  told(attributes, of)
    .map(({ k, text }) => `<attvalue for="${cls[0]}${k}" value="${text}"/>`)
    .join('')

/** Days, both inclusive. A tie that its report does not date has no days: when it held is not known. */
const days = ({ record: { dated, validFrom, validTo } }: Tie): string =>
  dated ? `${validFrom ? ` start="${validFrom}"` : ''}${validTo ? ` end="${validTo}"` : ''}` : ''

const edge = (tie: Tie): string =>
  `<edge id="${tie.id}" source="${tie.from}" target="${tie.to}" type="${tie.mutual ? 'undirected' : 'directed'}" kind="${xml(
    tie.record.subtype,
  )}" label="${xml(tie.record.subtype)}"${days(tie)}><attvalues>${values('edge', TIE_ATTRIBUTES, tie.record)}</attvalues></edge>\n`

/** GEXF 1.3, a graph over time: actors, and what each report has them do with each other, with its days. */
export const gexf: Format = {
  name: 'gexf',
  title: 'GEXF 1.3, a network over time (Gephi): actors, and a tie for every record between two',
  extension: 'gexf',
  mediaType: 'application/xml; charset=utf-8',
  kinds: GRAPH_KINDS,
  async *write(pages, setting) {
    const { actors, ties } = await graphOf(pages, setting)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield `<meta lastmodifieddate="${setting.at.slice(0, 10)}"><creator>Readout</creator></meta>\n`
    yield '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
    yield declared('node', NODE_ATTRIBUTES) + declared('edge', TIE_ATTRIBUTES)
    yield '<nodes>\n'
    for (const [id, { name, actor }] of actors)
      yield `<node id="${id}" label="${xml(name)}"><attvalues>${values('node', NODE_ATTRIBUTES, actor)}</attvalues></node>\n`
    yield '</nodes>\n<edges>\n'
    for (const tie of ties) yield edge(tie)
    yield '</edges>\n</graph>\n</gexf>\n'
  },
}
