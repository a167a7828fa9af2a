import type { HeldRecord } from '../../5-ledger/index.ts'
import type { ActorType } from '../../model/index.ts'
import { accordingTo, isTold, type Player, playersOf, webAddress, wordsOf } from './facts.ts'
import { type Format, jsonLine, type Material } from './format.ts'
import { uuid5 } from './uuid.ts'

type Schema = 'Person' | 'PublicBody' | 'Organization' | 'Company' | 'LegalEntity'

/** FollowTheMoney has no states: a state that acts is a public body. An agreement is nobody that acts. */
const SCHEMAS: Readonly<Record<ActorType, Schema | null>> = {
  person: 'Person',
  state: 'PublicBody',
  government: 'PublicBody',
  military: 'PublicBody',
  'armed-group': 'Organization',
  coalition: 'Organization',
  organization: 'Organization',
  company: 'Company',
  media: 'Organization',
  population: 'LegalEntity',
  place: 'LegalEntity',
  other: 'LegalEntity',
  agreement: null,
}
const ORGANIZATIONS: readonly (Schema | null)[] = ['Organization', 'PublicBody', 'Company']

type Values = Readonly<Record<string, readonly (string | null | undefined)[]>>

const entity = (id: string, schema: string, values: Values): string => {
  const all = Object.entries(values).map(([key, list]) => [key, [...new Set(list.filter((v) => Boolean(v)))]] as const)
  return jsonLine({ id, schema, properties: Object.fromEntries(all.filter(([, list]) => list.length > 0)) })
}

interface Page {
  readonly material: Material
  /** Ids of what is written already: once, however many records name it. */
  readonly written: Set<string>
}

function once({ written }: Page, id: string, text: () => string): string {
  if (written.has(id)) return ''
  written.add(id)
  return text()
}

const schemaOf = ({ id }: Player, { material }: Page): Schema | null => {
  const actor = material.actorOf(id)
  return actor ? SCHEMAS[actor.type] : null
}

function actorLine(player: Player, page: Page): string {
  const actor = page.material.actorOf(player.id)
  const schema = schemaOf(player, page)
  if (!actor || !schema) return ''
  const alias = actor.names.map((n) => n.name).filter((n) => n !== actor.name)
  const values = { name: [player.name], alias, wikidataId: [actor.links.wikidata] }
  return once(page, player.id, () => entity(player.id, schema, values))
}

/** FollowTheMoney's codes of languages are those of ISO 639-3. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'eng' }

function articleLine({ citation }: HeldRecord, page: Page): string {
  const { document, title, url, publishedAt, publisher } = citation
  const language = page.material.reportOf(document)?.versions.at(-1)?.language ?? ''
  return once(page, document, () =>
    entity(document, 'Article', {
      name: [title ?? `Report of ${publisher ?? 'an unnamed publisher'}`],
      title: [title],
      publisher: [publisher],
      publishedAt: [publishedAt?.slice(0, 10)],
      sourceUrl: [webAddress(url)],
      language: [LANGUAGES[language]],
    }),
  )
}

/** What every interval takes: its days, the exact words, and which report has them. */
function interval(record: HeldRecord): Values {
  const { validFrom: from, validTo: to, dated, citation } = record
  const said = accordingTo(record)
  return {
    ...(dated && from === to ? { date: [from] } : dated ? { startDate: [from], endDate: [to] } : {}),
    summary: [wordsOf(record)],
    description: [said ? `According to ${said}` : null],
    recordId: [record.id],
    publisher: [citation.publisher],
    sourceUrl: [webAddress(citation.url)],
    modifiedAt: [record.recordedAt],
  }
}

const ids = (players: readonly Player[], page: Page): string[] =>
  players.filter((player) => schemaOf(player, page) !== null).map((player) => player.id)

function eventLine(record: HeldRecord, page: Page): string {
  const players = (part: 'actor' | 'recipient' | 'place'): readonly Player[] => playersOf(record, part, page.material)
  const [by, to] = [players('actor'), players('recipient')]
  const names = (list: readonly Player[]): string => list.map((p) => p.name).join(', ')
  return entity(record.id, 'Event', {
    ...interval(record),
    name: [[record.subtype, names(by), to.length > 0 ? `→ ${names(to)}` : ''].filter(Boolean).join(' ')],
    keywords: [record.subtype],
    organizer: ids(by, page),
    involved: ids(to, page),
    location: players('place').map((p) => p.name),
    proof: [record.citation.document],
  })
}

function relationLine(record: HeldRecord, page: Page): string | null {
  const { material } = page
  if (record.record.kind !== 'relation') return null
  const [[subject], [object]] = [playersOf(record, 'subject', material), playersOf(record, 'object', material)]
  if (!subject || !schemaOf(subject, page) || !object || !schemaOf(object, page)) return null
  const { predicate, role, ended } = record.record
  const common = { ...interval(record), status: [ended ? 'ended' : null] }
  const [holder, body] = [schemaOf(subject, page), schemaOf(object, page)]
  if (predicate === 'holdsOffice' && role && holder === 'Person' && ORGANIZATIONS.includes(body)) {
    const post = uuid5(`post ${object.id} ${role}`)
    const position = { name: [`${role}, ${object.name}`], organization: [object.id] }
    const line = once(page, post, () => entity(post, 'Position', position))
    return line + entity(record.id, 'Occupancy', { ...common, holder: [subject.id], post: [post] })
  }
  if (predicate === 'memberOf' && ORGANIZATIONS.includes(body))
    return entity(record.id, 'Membership', { ...common, member: [subject.id], organization: [object.id], role: [role] })
  const named = role ? `${predicate}: ${role}` : predicate
  return entity(record.id, 'UnknownLink', { ...common, subject: [subject.id], object: [object.id], role: [named] })
}

/** The record with all that it names and that is not written yet; or why it cannot be said. */
function lines(record: HeldRecord, page: Page): string | { readonly leftOut: string } {
  if (!isTold(record)) return { leftOut: 'FollowTheMoney cannot say that something is denied, planned or supposed' }
  const own = record.kind === 'event' ? eventLine(record, page) : relationLine(record, page)
  if (own === null) return { leftOut: 'it ties an actor to none that FollowTheMoney has a schema for' }
  const players = (['actor', 'recipient', 'subject', 'object'] as const).flatMap((part) =>
    playersOf(record, part, page.material),
  )
  return articleLine(record, page) + players.map((player) => actorLine(player, page)).join('') + own
}

/** FollowTheMoney entities, one JSON object a line: actors, articles, and what each article says of them. */
export const ftm: Format = {
  name: 'ftm',
  title: 'FollowTheMoney entities (OpenAleph, OpenSanctions): actors, articles, events, offices, memberships, links',
  extension: 'ftm.json',
  mediaType: 'application/json+ftm; charset=utf-8',
  kinds: ['event', 'relation'],
  reports: true,
  async *write(pages, { leaveOut }) {
    const written = new Set<string>()
    for await (const material of pages) {
      let text = ''
      for (const record of material.records) {
        const made = lines(record, { material, written })
        if (typeof made === 'string') text += made
        else leaveOut(made.leftOut)
      }
      yield text
    }
  },
}
