import type { HeldRecord } from '../../5-ledger/index.ts'
import type { ActorType, EventType } from '../../model/index.ts'
import { accordingTo, codePoints, known, type Player, playersOf, webAddress, wordsOf } from './facts.ts'
import { type Format, jsonLine, type Material, rowByRow } from './format.ts'

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
const QUADS: Readonly<Record<EventType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
}

/** Sectors that an actor's type alone tells; PLOVER's others need more than that. */
const SECTORS: Readonly<Partial<Record<ActorType, string>>> = {
  government: 'GOV',
  military: 'MIL',
  media: 'MED',
  company: 'BUS',
}

const entity = ({ id, name, called }: Player, { actorOf }: Material): object => {
  const actor = actorOf(id)
  return known({
    code: actor?.links.iso3,
    sector: actor && SECTORS[actor.type],
    entity_text: called,
    identifier_id: actor?.links.wikidata,
    identifier_text: name,
  })
}

const entities = (players: readonly Player[], material: Material): object[] => players.map((p) => entity(p, material))

function contextsOf({ record }: HeldRecord): string[] {
  return [...(record.realis === 'actual' ? [] : [record.realis]), ...(record.polarity === 'denied' ? ['negation'] : [])]
}

/** Offsets in the report's text in code points, where the text is at hand. */
function textInfo({ evidence: [first], citation }: HeldRecord, { reportOf }: Material): object | undefined {
  const report = reportOf(citation.document)
  if (!first || report?.version !== first.version) return undefined
  return { start: codePoints(report.text, first.start), end: codePoints(report.text, first.end) }
}

function commentOf(record: HeldRecord): string | undefined {
  const said = accordingTo(record)
  const notes = [
    record.dated ? '' : 'the report gives no date: this is the day of its publication',
    record.record.certainty === 'certain' ? '' : `certainty: ${record.record.certainty}`,
    said ? `according to ${said}` : '',
  ].filter(Boolean)
  return notes.length > 0 ? notes.join('; ') : undefined
}

function placeOf(record: HeldRecord, material: Material): object | undefined {
  const [place] = playersOf(record, 'place', material)
  if (!place) return undefined
  const links = material.actorOf(place.id)?.links
  return known({
    extracted_place: place.called,
    resolved_place: place.name,
    geonameid: links?.geonames,
    country_code: links?.iso3,
  })
}

/** PLOVER's required fields are id, date, actor and event: what has none of them is left out. */
function coded(held: HeldRecord, material: Material): object | string {
  const { record, citation } = held
  if (record.kind !== 'event') return 'it is no event'
  const date = held.validFrom ?? held.validTo ?? held.publishedOn
  if (date === null) return 'neither it nor its report has a date'
  const players = (part: 'actor' | 'recipient'): readonly Player[] => playersOf(held, part, material)
  const both = [...players('actor'), ...players('recipient')]
  const all = both.filter((p, i) => both.findIndex((q) => q.id === p.id) === i)
  const actor = record.joint ? all : players('actor')
  if (actor.length === 0) return 'nobody is named who did it'
  return known({
    id: held.id,
    date,
    enddate: held.validTo !== null && held.validTo > date ? held.validTo : undefined,
    actor: entities(actor, material),
    recipient: entities(record.joint ? [] : players('recipient'), material),
    event: [record.type],
    has_event: true,
    event_loc: placeOf(held, material),
    event_text: [wordsOf(held)],
    quad_code: QUADS[record.type],
    mode: record.mode === null ? [] : [record.mode],
    context: contextsOf(held),
    link: held.cluster,
    text_info: textInfo(held, material),
    cite_info: known({
      title: citation.title,
      publication: citation.publisher,
      url: webAddress(citation.url),
      language: material.reportOf(citation.document)?.versions.at(-1)?.language,
      coder: 'readout',
    }),
    coder: 'readout',
    coded_date: held.recordedAt.slice(0, 10),
    coded_time: held.recordedAt.slice(11),
    comment: commentOf(held),
  })
}

/** PLOVER's JSON Lines (openeventdata/PLOVER, manual, "JSON Data Fields"). */
export const plover: Format = {
  name: 'plover',
  title: 'PLOVER event data, JSON Lines: one event a line, as each report tells it',
  extension: 'plover.jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  kinds: ['event'],
  reports: true,
  write: rowByRow((record, material, { leaveOut }) => {
    const event = coded(record, material)
    if (typeof event !== 'string') return jsonLine(event)
    leaveOut(event)
    return null
  }),
}
