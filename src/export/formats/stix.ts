import type { HeldRecord } from '../../5-ledger/index.ts'
import type { ActorType } from '../../model/index.ts'
import { accordingTo, isTold, known, type Player, playersOf, standingWords, webAddress, wordsOf } from './facts.ts'
import type { Format, Material, Setting } from './format.ts'
import { madeAt, uuid5 } from './uuid.ts'

const CLASSES: Readonly<Record<ActorType, string>> = {
  person: 'individual',
  state: 'organization',
  government: 'organization',
  military: 'organization',
  organization: 'organization',
  company: 'organization',
  media: 'organization',
  'armed-group': 'group',
  coalition: 'group',
  population: 'class',
  place: 'unknown',
  agreement: 'unknown',
  other: 'unknown',
}

/** STIX's identifiers are of UUID versions 1 to 5: ours, of version 7, are turned into names. */
const idOf = (type: string, of: string): string => `${type}--${uuid5(of)}`
const identityId = ({ id }: Player): string => idOf('identity', id)

interface Written {
  readonly identities: Set<string>
  /** What each report says: objects by the report's id, with what a report object needs. */
  readonly reports: Map<string, { readonly first: HeldRecord; readonly refs: Set<string> }>
}

const object = (type: string, of: string, created: string, modified: string, fields: object): object => ({
  type,
  spec_version: '2.1',
  id: idOf(type, of),
  created,
  modified: modified < created ? created : modified,
  ...known(fields),
})

function identity(player: Player, { actorOf }: Material, { at }: Setting): object {
  const actor = actorOf(player.id)
  const names = actor?.names.map((n) => n.name).filter((n) => n !== player.name) ?? []
  return object('identity', player.id, madeAt(player.id) ?? at, at, {
    name: player.name,
    identity_class: CLASSES[actor?.type ?? 'other'],
    description: names.length > 0 ? `Also called: ${names.join(', ')}` : undefined,
    labels: actor ? [actor.type] : undefined,
  })
}

/** The exact words, whose they are, how firm, and where they stand. */
function description(record: HeldRecord): string {
  const said = accordingTo(record)
  const { publisher, title, publishedAt } = record.citation
  const where = [publisher ?? title ?? 'a report', publishedAt?.slice(0, 10)].filter(Boolean).join(', ')
  const standing = standingWords(record)
  return `${standing ? `[${standing}] ` : ''}“${wordsOf(record)}” (${said ? `${said}, in ` : ''}${where})`
}

const citations = ({ citation }: HeldRecord): readonly object[] => [
  known({
    source_name: citation.publisher ?? citation.title ?? 'report',
    description: citation.title,
    url: webAddress(citation.url),
    external_id: citation.document,
  }),
]

/** A day's first moment, or that of the day after: `stop_time` is where it is over, and must be later than the start. */
const moment = (day: string | null, after: number): string | undefined =>
  day === null ? undefined : new Date(Date.parse(day) + after * 86_400_000).toISOString()

/** "holdsOffice" → "holds-office". */
const hyphened = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()

/** Who does it and to whom, where the record is one that a relationship can say. */
function sides(record: HeldRecord, material: Material): readonly [readonly Player[], readonly Player[]] | null {
  if (!isTold(record)) return null
  const of = (part: 'actor' | 'recipient' | 'subject' | 'object') => playersOf(record, part, material)
  const pair =
    record.kind === 'event' ? ([of('actor'), of('recipient')] as const) : ([of('subject'), of('object')] as const)
  const [from, to] = pair
  return (record.kind === 'event' || record.kind === 'relation') && from.length > 0 && to.length > 0 ? pair : null
}

function relationships(record: HeldRecord, [from, to]: readonly [readonly Player[], readonly Player[]]): object[] {
  const { dated, validFrom, validTo, recordedAt } = record
  const pairs = from.flatMap((a) => to.filter((b) => b.id !== a.id).map((b) => [a, b] as const))
  return pairs.map(([a, b]) =>
    object('relationship', `${record.id} ${a.id} ${b.id}`, recordedAt, recordedAt, {
      relationship_type: hyphened(record.subtype),
      description: description(record),
      source_ref: identityId(a),
      target_ref: identityId(b),
      start_time: dated ? moment(validFrom, 0) : undefined,
      stop_time: dated ? moment(validTo, 1) : undefined,
      labels: [record.kind],
      external_references: citations(record),
    }),
  )
}

/** What is said, denied, planned, counted or agreed: a note on those whom it names. */
const note = (record: HeldRecord, players: readonly Player[]): object =>
  object('note', record.id, record.recordedAt, record.recordedAt, {
    abstract: `${record.kind}: ${record.subtype}`,
    content: description(record),
    object_refs: [...new Set(players.map(identityId))],
    labels: [record.kind, hyphened(record.subtype)],
    external_references: citations(record),
  })

function objectsOf(record: HeldRecord, material: Material, setting: Setting, written: Written): object[] {
  const named = record.parts.filter((p) => p.part !== 'source' && p.part !== 'place').map((p) => p.part)
  const players = [...new Set(named)].flatMap((part) => playersOf(record, part, material))
  const pair = sides(record, material)
  const made = pair ? relationships(record, pair) : []
  const own = made.length > 0 || players.length === 0 ? made : [note(record, players)]
  if (own.length === 0) {
    setting.leaveOut('it names no actor that an object could be about')
    return []
  }
  const fresh = players.filter((p) => !written.identities.has(p.id))
  for (const { id } of fresh) written.identities.add(id)
  const identities = [...new Map(fresh.map((p) => [p.id, p])).values()].map((p) => identity(p, material, setting))
  const { document } = record.citation
  const report = written.reports.get(document) ?? { first: record, refs: new Set<string>() }
  written.reports.set(document, report)
  for (const { id } of own as { id: string }[]) report.refs.add(id)
  for (const player of players) report.refs.add(identityId(player))
  return [...identities, ...own]
}

function report(
  { first, refs }: { readonly first: HeldRecord; readonly refs: ReadonlySet<string> },
  { at }: Setting,
): object {
  const { document, title, publisher, publishedAt } = first.citation
  const created = madeAt(document) ?? first.recordedAt
  const published =
    publishedAt === null || Number.isNaN(Date.parse(publishedAt)) ? created : new Date(publishedAt).toISOString()
  return object('report', document, created, at, {
    name: title ?? `Report of ${publisher ?? 'an unnamed publisher'}`,
    published,
    object_refs: [...refs],
    external_references: citations(first),
  })
}

/** A STIX 2.1 bundle: identities, relationships as they are told, notes for the rest, and the reports they come from. */
export const stix: Format = {
  name: 'stix',
  title: 'STIX 2.1 (OpenCTI): identities, relationships, notes and the reports that have them',
  extension: 'stix.json',
  mediaType: 'application/stix+json;version=2.1',
  kinds: ['event', 'relation', 'statement', 'agreement', 'estimate'],
  async *write(pages, setting) {
    const written: Written = { identities: new Set(), reports: new Map() }
    yield `{"type":"bundle","id":"${idOf('bundle', setting.at)}","objects":[`
    let between = '\n'
    const lines = (objects: readonly object[]): string => objects.map((o) => JSON.stringify(o)).join(',\n')
    for await (const material of pages) {
      const objects = material.records.flatMap((record) => objectsOf(record, material, setting, written))
      if (objects.length === 0) continue
      yield between + lines(objects)
      between = ',\n'
    }
    const reports = [...written.reports.values()].map((one) => report(one, setting))
    if (reports.length > 0) yield between + lines(reports)
    yield '\n]}\n'
  },
}
