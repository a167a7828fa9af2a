import { createHash } from 'node:crypto'
import type { Answer, None, Question } from '../../6-answer/index.ts'
import { digest, readCursor, writeCursor } from './cursor.ts'
import type { Finished } from './finished.ts'
import type { Service } from './service.ts'

/** One page of a list. */
export interface Paged<Row> {
  readonly asked: string
  readonly question: Question
  readonly rows: readonly Row[]
  /** Rows of the whole list. */
  readonly total: number
  /** Cursor of the next page, null at the end. */
  readonly next: string | null
  /** Why there are no rows. */
  readonly none: None | null
}

export interface PageOf {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** A question as it came. `options` are what it takes besides its filters: a cursor holds for the same ones. */
export interface Asked {
  readonly name: string
  readonly question: Question
  readonly options: unknown
  readonly ask: (question: Question) => Promise<Answer<unknown>>
}

type Holding = Pick<Service, 'ledger' | 'answers'>

/** Which page of which answer, known before the answer is. */
export interface Place {
  readonly asked: string
  /** The write to the ledger up to which it is answered; null: nothing was written yet. */
  readonly at: string | null
  readonly offset: number
  readonly limit: number
  /** Pages after the first are answered as the first was, whatever was written since. */
  readonly goesOn: boolean
}

export async function placeOf({ ledger }: Holding, asked: Asked, { limit, cursor }: PageOf): Promise<Place> {
  const own = digest([asked.name, asked.question, asked.options])
  const from = cursor === undefined ? null : readCursor(cursor, own)
  // Also what a cursor says is looked up: one that was made up must not name a write that is still to come.
  const at = await ledger.newest(from?.known)
  return { asked: own, at, offset: from?.offset ?? 0, limit, goesOn: from !== null }
}

/** Names what is at a place: the same tag is the same content. `as`: the form in which it is sent. */
export function tagOf({ answers }: Holding, { asked, at, offset, limit }: Place, as: string): string {
  const named = createHash('sha256').update(JSON.stringify([answers.life, asked, at, offset, limit, as]))
  return `W/"${named.digest('base64url').slice(0, 27)}"`
}

/** The answer at a place, from those that are finished where it is one of them. */
export const answerAt = (holding: Holding, asked: Asked, place: Place): Promise<Finished> =>
  holding.answers.get(`${place.asked} ${place.at}`, async () => {
    const answer = await answerThen(holding, asked, place)
    return { asked: answer.asked, rows: answer.rows.map((row) => JSON.stringify(row)), none: answer.none }
  })

/** An answer takes many queries: where something was written meanwhile, it is asked again as known before that. */
async function answerThen({ ledger }: Holding, { ask, question }: Asked, { at, goesOn }: Place) {
  if (!goesOn) {
    const answer = await ask(question)
    if (at === (await ledger.newest())) return answer
  }
  const known = await ledger.newest(question.known)
  return ask(known === null || at === null || known < at ? question : { ...question, known: at })
}

/** The cursor of the page after this one, null at the end. */
export function nextOf({ rows }: Finished, { offset, limit, at, asked }: Place): string | null {
  const end = offset + limit
  return end < rows.length && at !== null ? writeCursor({ offset: end, known: at, asked }) : null
}

/** The page as JSON. */
export function pageJson(finished: Finished, place: Place, question: Question): string {
  const { asked, rows, none } = finished
  const head = JSON.stringify({ asked, question }).slice(0, -1)
  const tail = JSON.stringify({ total: rows.length, next: nextOf(finished, place), none }).slice(1)
  return `${head},"rows":[${rowsAt(finished, place).join(',')}],${tail}`
}

/** The rows of the page, each as JSON. */
export const rowsAt = ({ rows }: Finished, { offset, limit }: Place): readonly string[] =>
  rows.slice(offset, offset + limit)

/** One page of an answer, made at most once for each state of the ledger. */
export async function pageOf<Row>(holding: Holding, asked: Asked, page: PageOf): Promise<Paged<Row>> {
  const place = await placeOf(holding, asked, page)
  const finished = await answerAt(holding, asked, place)
  return JSON.parse(pageJson(finished, place, asked.question)) as Paged<Row>
}
