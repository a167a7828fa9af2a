import type { HeldRecord } from '../../5-ledger/index.ts'
import { PARTS, RECORD_KINDS } from '../../model/index.ts'
import { known, playersOf, webAddress } from './facts.ts'
import type { Format, Material } from './format.ts'

/** PROV-O for where a record comes from, schema.org for reports and actors, our own terms for what it says. */
const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  readout: 'tag:readout,2026:',
}

const iri = (id: string): string => `urn:uuid:${id}`
const ref = (id: string): object => ({ '@id': iri(id) })
const typed = (type: 'date' | 'dateTime', value: string | null): object | null =>
  value === null ? null : { '@type': `xsd:${type}`, '@value': value }

function reportNode({ citation }: HeldRecord): object {
  const { document, title, publisher, publishedAt } = citation
  return known({
    '@id': iri(document),
    '@type': ['prov:Entity', 'schema:NewsArticle'],
    'schema:headline': title,
    'schema:url': webAddress(citation.url),
    'schema:publisher': publisher === null ? null : { '@type': 'schema:Organization', 'schema:name': publisher },
    'schema:datePublished': publishedAt,
  })
}

function actorNode(id: string, name: string, { actorOf }: Material): object {
  const actor = actorOf(id)
  const { wikidata, iso3 } = actor?.links ?? {}
  return known({
    '@id': iri(id),
    '@type': ['prov:Agent', actor?.type === 'person' ? 'schema:Person' : 'schema:Thing'],
    'readout:actorType': actor?.type,
    'schema:name': name,
    'schema:alternateName': actor?.names.map((n) => n.name).filter((n) => n !== actor.name),
    'readout:iso3': iso3,
    'schema:sameAs': wikidata ? { '@id': `http://www.wikidata.org/entity/${wikidata}` } : null,
  })
}

/** Fields of the record's own kind that are words or numbers. */
const OWN =
  'mode joint means act channel role ended name scope excludes relation measure low high unit approximate'.split(' ')

function recordNode(record: HeldRecord, material: Material): object {
  const held = record.record as unknown as Readonly<Record<string, unknown>>
  const roles = PARTS.filter((part) => part !== 'source').flatMap((part) => {
    const players = playersOf(record, part, material)
    return players.length > 0 ? [[`readout:${part}`, players.map((p) => ref(p.id))] as const] : []
  })
  const sources = playersOf(record, 'source', material)
  return known({
    '@id': iri(record.id),
    '@type': ['prov:Entity', `readout:${record.kind}`],
    'readout:type': record.subtype,
    ...Object.fromEntries(roles),
    ...Object.fromEntries(OWN.map((name) => [`readout:${name}`, held[name]])),
    'readout:polarity': record.record.polarity,
    'readout:certainty': record.record.certainty,
    'readout:realis': record.record.realis,
    'readout:validFrom': record.dated ? typed('date', record.validFrom) : null,
    'readout:validTo': record.dated ? typed('date', record.validTo) : null,
    'readout:sameHappening': record.cluster === null ? null : ref(record.cluster),
    'prov:value': record.evidence.map((quote) => quote.words),
    'prov:wasDerivedFrom': ref(record.citation.document),
    // Outermost first: an ordered list, since A's word on B's word is not B's word on A's.
    'prov:wasAttributedTo': sources.length > 0 ? { '@list': sources.map((p) => ref(p.id)) } : null,
    'prov:generatedAtTime': typed('dateTime', record.recordedAt),
    'prov:invalidatedAtTime': typed('dateTime', record.retractedAt),
  })
}

/** JSON-LD: one graph of records, actors and reports. */
export const jsonld: Format = {
  name: 'jsonld',
  title: 'JSON-LD with PROV-O: records, whom they name, and which report and whose word they come from',
  extension: 'jsonld',
  mediaType: 'application/ld+json; charset=utf-8',
  kinds: RECORD_KINDS,
  async *write(pages) {
    const written = new Set<string>()
    yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`
    let between = '\n'
    for await (const material of pages) {
      const nodes: object[] = []
      const once = (id: string, node: () => object): void => {
        if (!written.has(id)) nodes.push(node())
        written.add(id)
      }
      for (const record of material.records) {
        once(record.citation.document, () => reportNode(record))
        for (const part of PARTS)
          for (const { id, name } of playersOf(record, part, material)) once(id, () => actorNode(id, name, material))
        nodes.push(recordNode(record, material))
      }
      yield between + nodes.map((node) => JSON.stringify(node)).join(',\n')
      between = ',\n'
    }
    yield '\n]}\n'
  },
}
