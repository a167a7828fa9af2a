import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import { contains, type StatementAct, type StatementMode } from '../model/index.ts'
import type { Answer, Cited, Named, Standing, When } from './answer.ts'
import { cite, compare, dayOfWhen, idsOf, oneLine, standingOf, whenOf } from './cite.ts'
import { actorIds, allRecords, answer, type Gathered, timesOf, unanswered } from './gather.ts'
import { groupBy, unique } from './group.ts'
import { nameBook } from './names.ts'
import type { Question } from './question.ts'

/** Somebody's words. */
export interface Said extends Standing {
  readonly id: string
  readonly speaker: Named
  readonly hearers: readonly Named[]
  readonly act: StatementAct
  readonly mode: StatementMode
  readonly content: string
  readonly channel: string | null
  /** Who the records inside the content are about, the speaker left out. */
  readonly topics: readonly Named[]
  /** The records inside the content: what the speaker asserts. */
  readonly asserts: readonly string[]
  readonly when: When
  readonly citations: readonly Cited[]
}

export interface StatementOptions {
  /** Names or ids. */
  readonly by?: readonly string[]
  readonly to?: readonly string[]
  /** Part of the channel's name, in any case. */
  readonly channel?: string
  readonly acts?: readonly StatementAct[]
  /** Only what is about somebody whom all speakers of `by` spoke about. */
  readonly common?: boolean
}

/** The records of the same document that stand in a statement's content. */
const inside = (statement: HeldRecord, others: readonly HeldRecord[]): HeldRecord[] => {
  const content = statement.quotes.content ?? []
  return others.filter((o) => o.id !== statement.id && o.evidence.some((e) => content.some((c) => contains(c, e))))
}

function said(statement: HeldRecord, held: readonly HeldRecord[], { nameOf }: Pick<Gathered, 'nameOf'>): Said {
  const { record } = statement
  if (record.kind !== 'statement') throw new TypeError(`record ${statement.id} is no statement`)
  const [speaker] = idsOf(statement, 'speaker')
  const topics = held.flatMap((r) => r.parts.filter((p) => p.part !== 'source').map((p) => p.actor))
  const content = statement.quotes.content ?? statement.evidence
  return {
    id: statement.id,
    speaker: nameOf(speaker ?? record.speaker),
    hearers: idsOf(statement, 'hearer').map(nameOf),
    act: record.act,
    mode: record.mode,
    content: oneLine(content.map((c) => c.words).join(' … ')),
    channel: record.channel,
    topics: unique(topics.filter((id) => id !== speaker)).map(nameOf),
    asserts: held.map((r) => r.id),
    when: whenOf(statement),
    ...standingOf(statement),
    citations: [cite(statement, content)],
  }
}

const takesPart = (record: HeldRecord, about: readonly string[]): boolean =>
  record.parts.some((p) => about.includes(p.actor))

/** Who said what: by whom, to whom, about what, through which channel, in order of time. */
export async function statements(
  ledger: Ledger,
  question: Question = {},
  options: StatementOptions = {},
): Promise<Answer<Said>> {
  const { about, ...apart } = question
  const asked = [...(about ?? []), ...(options.by ?? []), ...(options.to ?? [])]
  const known = await actorIds(ledger, asked, question)
  if ('code' in known) return unanswered('statements', question, known)
  const [abouts, by, to] = await Promise.all(
    [about, options.by, options.to].map((names) => actorIds(ledger, names ?? [], question)),
  )
  const one = (ids: typeof by): readonly string[] => (Array.isArray(ids) ? ids : [])
  const found = await answer(ledger, 'statements', apart, narrowed(one(by), one(to)), async (gathered) => {
    const contents = await contentsOf(gathered)
    const { nameOf } = contents
    const channel = options.channel?.toLowerCase()
    const rows = gathered.records
      .map((statement) => ({ statement, held: inside(statement, contents.in(statement)) }))
      .filter(
        ({ statement, held }) =>
          one(abouts).length === 0 || [statement, ...held].some((r) => takesPart(r, one(abouts))),
      )
      .filter(({ statement }) => one(to).length === 0 || idsOf(statement, 'hearer').some((id) => one(to).includes(id)))
      .map(({ statement, held }) => said(statement, held, { nameOf }))
      .filter((row) => channel === undefined || row.channel?.toLowerCase().includes(channel))
      .sort((a, b) => compare(dayOfWhen(a.when), dayOfWhen(b.when)) || compare(a.id, b.id))
    const shared = options.common ? topicsOfAll(rows) : null
    return rows.filter(
      ({ act, topics }) =>
        (!options.acts || options.acts.includes(act)) && (!shared || topics.some(({ id }) => shared.has(id))),
    )
  })
  return { ...found, question }
}

/** Whom every speaker spoke about. */
function topicsOfAll(rows: readonly Said[]): ReadonlySet<string> {
  const [first, ...others] = [...groupBy(rows, ({ speaker }) => speaker.id).values()].map(
    (own) => new Set(own.flatMap(({ topics }) => topics.map(({ id }) => id))),
  )
  return new Set([...(first ?? [])].filter((id) => others.every((topics) => topics.has(id))))
}

const narrowed = (by: readonly string[], to: readonly string[]) => ({
  kinds: ['statement' as const],
  ...(by.length > 0
    ? { actors: by, parts: ['speaker' as const] }
    : to.length > 0
      ? { actors: to, parts: ['hearer' as const] }
      : {}),
})

/** What else stands in the documents of these statements, with the names of all who take part. */
async function contentsOf({ ledger, question, records }: Gathered) {
  const documents = unique(records.map((r) => r.citation.document))
  const kinds = ['event', 'relation', 'agreement', 'estimate', 'dependency'] as const
  const others = documents.length === 0 ? [] : await allRecords(ledger, { ...timesOf(question), documents, kinds })
  const byDocument = groupBy(others, (r) => r.citation.document)
  const nameOf = await nameBook(ledger, [...records, ...others], question)
  return { nameOf, in: (statement: HeldRecord) => byDocument.get(statement.citation.document) ?? [] }
}
