import type {
  ActorLink,
  Added,
  Correction,
  Corroboration,
  Days,
  DocumentQuery,
  HeldDocument,
  HeldRecord,
  Judgement,
  KeptReading,
  Ledger,
  Placed,
  Proposal,
  Publisher,
  RecordQuery,
  Reliability,
  Times,
} from './5-ledger/index.ts'
import type * as answers from './6-answer/index.ts'
import { checked, eventsOf, kindOf, queryOf } from './client/wire.ts'
import type { ContradictionType, EventType, Position, Reading, Realis, RelationPredicate, Rule } from './model/index.ts'

export { Problem } from './client/wire.ts'

/** A typed client of `readout serve`, for browsers and programs: it imports types alone of the other rooms. */
export interface ClientOptions {
  /** Where the server is: `http://localhost:4747`; in a page of that server, left out. */
  readonly url?: string
  readonly token?: string
  readonly fetch?: typeof globalThis.fetch
}

/** A page of rows; `next` is the cursor of the page after it. */
export interface Page<Row> {
  readonly asked: string
  readonly question: answers.Question
  readonly rows: readonly Row[]
  readonly total: number
  readonly next: string | null
  readonly none: answers.None | null
}

type Asked<Options = object> = Omit<answers.Question, 'limit'> &
  Options & { readonly limit?: number; readonly cursor?: string }

/** A page of a plain list; all of it where no limit is given. */
export interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly next: string | null
}

/** What each question takes besides the filters of all, and the rows it gives. */
export interface Questions {
  brief: { options: answers.BriefOptions; row: answers.Sentence }
  timeline: { options: { types?: readonly EventType[]; realis?: readonly Realis[] }; row: answers.Happening }
  places: { options: { types?: readonly EventType[]; realis?: readonly Realis[] }; row: answers.PlaceOnMap }
  statements: { options: answers.StatementOptions; row: answers.Said }
  actors: { options: answers.ActorsOptions; row: answers.Known }
  actor: { options: { name: string }; row: answers.Page }
  relations: { options: { predicates?: readonly RelationPredicate[] }; row: answers.Relationship }
  agreements: { options: object; row: answers.Pact }
  dependencies: { options: object; row: answers.Web }
  estimates: { options: answers.EstimateOptions; row: answers.Series }
  disagreements: { options: { types?: readonly ContradictionType[]; revisions?: boolean }; row: answers.Disagreement }
  search: { options: { words: string }; row: answers.Found }
  waiting: { options: answers.WaitingOptions; row: answers.Waiting }
}

export interface Report {
  readonly text?: string
  readonly url?: string
  readonly title?: string
  readonly publisher?: string
  readonly publishedAt?: string
}
/** What is known of a file besides its bytes. */
export type KnownOfFile = Omit<Report, 'text'>
export type AnswerFormat = 'json' | 'jsonl' | 'csv' | 'md'
export type ReportToKeep = Report & { readonly id?: string; readonly group?: string }

export type AddedReport =
  | ({ readonly index: number } & Added)
  | {
      readonly index: number
      readonly outcome: 'failed'
      readonly problem: { readonly code: string; readonly detail: string }
    }
export type Progress = AddedReport & { readonly done: number; readonly of: number }

/** Who asks, and which program answers. */
export interface Me {
  /** Judgements are kept under it. */
  readonly name: string
  /** An `analyst` may do what a `reader` may, and keep and judge; an `admin` all. */
  readonly role: 'reader' | 'analyst' | 'admin'
  /** Version of readout. */
  readonly version: string
  readonly ledger: 'folder' | 'postgresql'
  readonly tokensRequired: boolean
}

type Counts = Awaited<ReturnType<Ledger['count']>>

export type Client = ReturnType<typeof createClient>

export function createClient({ url = '', token, fetch = globalThis.fetch }: ClientOptions = {}) {
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const auth = token === undefined ? {} : { authorization: `Bearer ${token}` }
    return checked(
      await fetch(url + path, { ...init, headers: { ...auth, ...(init.headers as Record<string, string>) } }),
    )
  }
  const get = async <T>(path: string, asked: object = {}): Promise<T> =>
    (await send(path + queryOf(asked))).json() as Promise<T>
  const post = async <T>(path: string, body: object): Promise<T> => (await sendBody(path, body)).json() as Promise<T>
  const sendBody = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const ask = <Name extends keyof Questions>(
    name: Name,
    asked: Asked<Questions[Name]['options']>,
  ): Promise<Page<Questions[Name]['row']>> => get(`/api/${name}`, asked)
  return {
    /** A page of the answer to a question. */
    ask,
    /** Every row of an answer, page by page. */
    async *all<Name extends keyof Questions>(
      name: Name,
      asked: Asked<Questions[Name]['options']>,
    ): AsyncGenerator<Questions[Name]['row']> {
      let cursor: string | null | undefined = asked.cursor
      do {
        const page: Page<Questions[Name]['row']> = await ask(name, { ...asked, ...(cursor ? { cursor } : {}) })
        yield* page.rows
        cursor = page.next
      } while (cursor)
    },
    read: (report: Report): Promise<Reading> => post('/api/read', report),
    add: async (report: ReportToKeep): Promise<AddedReport> =>
      (await post<{ documents: AddedReport[] }>('/api/documents', report)).documents[0]!,
    /** Adds many and tells of each as it is kept. */
    async *addAll(documents: readonly ReportToKeep[]): AsyncGenerator<Progress> {
      const response = await sendBody('/api/documents', { documents }, { accept: 'text/event-stream' })
      for await (const { name, data } of eventsOf(response)) if (name !== 'end') yield data as Progress
    },
    ...files(send),
    ...held(get),
    ...review(get, post),
  }
}

type Get = <T>(path: string, asked?: object) => Promise<T>
type Post = <T>(path: string, body: object) => Promise<T>

type Send = (path: string, init?: RequestInit) => Promise<Response>

/** Files that are sent, and files that come. */
function files(send: Send) {
  const sendFile = async <T>(path: string, file: Blob, known: KnownOfFile): Promise<T> => {
    const headers = { 'content-type': kindOf(file) }
    return (await send(path + queryOf(known), { method: 'POST', body: file, headers })).json() as Promise<T>
  }
  return {
    /** A page, a PDF or a text as it lies in a file. */
    readFile: (file: Blob, known: KnownOfFile = {}): Promise<Reading> => sendFile('/api/read/file', file, known),
    addFile: async (file: Blob, known: KnownOfFile = {}): Promise<AddedReport> =>
      (await sendFile<{ documents: AddedReport[] }>('/api/documents/file', file, known)).documents[0]!,
    /** Records in a format of others, one row for each source: the file as it comes, for `.text()`, `.blob()` or `.body`. */
    export: (asked: answers.Question & { readonly format: string }): Promise<Response> =>
      send(`/api/export${queryOf(asked)}`),
    /** All rows of an answer, in the same way. Not every answer is there as `md`. */
    exportAnswer: <Name extends keyof Questions>(
      name: Name,
      asked: Omit<answers.Question, 'limit'> & Questions[Name]['options'] & { readonly format?: AnswerFormat },
    ): Promise<Response> => send(`/api/export/${name}${queryOf(asked)}`),
  }
}

interface KnownThen {
  readonly known?: string
}
interface ListOptions {
  readonly limit?: number
  readonly cursor?: string
}

type DocumentsAsked = Pick<DocumentQuery, 'known' | 'publishers' | 'since' | 'until'> & ListOptions

/** Single things and plain lists. Times as in every question: `asOf` a day, `known` a day or a date-time. */
const held = (get: Get) => ({
  /** Who asks, and which program answers. */
  me: () => get<Me>('/api/me'),
  count: (at: Times = {}) => get<Counts>('/api/count', at),
  /** A page of the reports that are kept, with their whole texts, by day of publication. */
  documents: (asked: DocumentsAsked = {}) =>
    get<{ readonly rows: readonly HeldDocument[]; readonly next: string | null }>('/api/documents', {
      ...asked,
      text: true,
    }),
  /** The same without their texts. */
  listDocuments: (asked: DocumentsAsked = {}) =>
    get<{ readonly rows: readonly Omit<HeldDocument, 'text'>[]; readonly next: string | null }>(
      '/api/documents',
      asked,
    ),
  document: (id: string, at: KnownThen = {}) => get<HeldDocument>(`/api/documents/${encodeURIComponent(id)}`, at),
  /** A version (default: the newest) of a report as it is read. */
  reading: (id: string, of: KnownThen & { readonly version?: number } = {}) =>
    get<KeptReading>(`/api/documents/${encodeURIComponent(id)}/reading`, of),
  /** What is new since a recorded time, as known at another. */
  news: (asked: answers.NewsQuestion = {}) => get<answers.News>('/api/news', asked),
  /** A page of records in order of time; `review: ['proposed']`: those that nobody judged yet. */
  records: (
    asked: Pick<RecordQuery, 'asOf' | 'known' | 'kinds' | 'publishers' | 'documents' | 'clusters' | 'review'> &
      ListOptions = {},
  ) => get<Listed<HeldRecord>>('/api/records', asked),
  record: (id: string, at: Times = {}) => get<HeldRecord>(`/api/records/${encodeURIComponent(id)}`, at),
  /** What the `rule` of a record stands for. */
  rule: (id: string) => get<Rule>(`/api/rules/${encodeURIComponent(id)}`),
  /** On how many independent words a record or a cluster stands. */
  corroboration: (id: string, at: Times = {}) =>
    get<Corroboration>(`/api/records/${encodeURIComponent(id)}/corroboration`, at),
  /** Whom reports call so, and why. */
  links: (actor: string, asked: Times & ListOptions = {}) =>
    get<Listed<ActorLink>>(`/api/actors/${encodeURIComponent(actor)}/links`, asked),
  publishers: (asked: KnownThen & ListOptions = {}) => get<Listed<Publisher>>('/api/publishers', asked),
  /** The days on which something was published, and on which a report came in; each list ascending. */
  days: () => get<Days>('/api/days'),
})

const review = (get: Get, post: Post) => ({
  proposals: (asked: KnownThen & ListOptions = {}) => get<Listed<Proposal>>('/api/proposals', asked),
  judgements: (asked: KnownThen & ListOptions = {}) => get<Listed<Judgement>>('/api/judgements', asked),
  judge: (record: string, verdict: 'accept' | 'reject' | 'retract', why = '') =>
    post<Judgement>(`/api/records/${encodeURIComponent(record)}/${verdict}`, { why }),
  correct: (record: string, correction: Correction, why = '') =>
    post<Judgement>(`/api/records/${encodeURIComponent(record)}/correct`, { correction, why }),
  merge: (first: string, second: string, why = '') => post<Judgement>('/api/actors/merge', { first, second, why }),
  split: (actor: string, links: readonly string[], why = '') =>
    post<Judgement>(`/api/actors/${encodeURIComponent(actor)}/split`, { links, why }),
  /** Where an actor lies, for the map; null takes it off again. */
  place: (actor: string, position: Position | null, why = '') =>
    post<Placed>(`/api/actors/${encodeURIComponent(actor)}/place`, { ...(position ?? { lat: null, lon: null }), why }),
  /** These records of a cluster tell something else. */
  splitCluster: (cluster: string, records: readonly string[], why = '') =>
    post<Judgement>(`/api/clusters/${encodeURIComponent(cluster)}/split`, { records, why }),
  /** What is not given stays as it was. Needs the role admin. */
  ratePublisher: (name: string, rating: { reliability?: Reliability; group?: string }, why = '') =>
    post<{ readonly name: string }>('/api/publishers/rate', { name, ...rating, why }),
  decide: (proposal: string, decision: 'accepted' | 'rejected', why = '') =>
    post<Judgement>(`/api/proposals/${encodeURIComponent(proposal)}/decide`, { decision, why }),
  undo: (judgement?: string, why = '') =>
    post<Judgement>('/api/judgements/undo', { why, ...(judgement ? { judgement } : {}) }),
})
