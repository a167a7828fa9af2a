import type { Answer, None, Question } from '../../6-answer/index.ts'
import { digest, readCursor, writeCursor } from './cursor.ts'
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

/** A page of an answer. `options` are what the question takes besides its filters: a cursor holds for the same ones. */
export async function pageOf<Row>(
  service: Pick<Service, 'clock'>,
  name: string,
  ask: (question: Question) => Promise<Answer<Row>>,
  question: Question,
  options: unknown,
  { limit, cursor }: PageOf,
): Promise<Paged<Row>> {
  const asked = digest([name, question, options])
  const from = cursor === undefined ? null : readCursor(cursor, asked)
  const known = from?.known ?? question.known ?? new Date(service.clock()).toISOString()
  const answer = await ask(from ? { ...question, known } : question)
  const offset = from?.offset ?? 0
  const rows = answer.rows.slice(offset, offset + limit)
  const end = offset + rows.length
  const next = end < answer.rows.length && rows.length > 0 ? writeCursor({ offset: end, known, asked }) : null
  return { asked: answer.asked, question, rows, total: answer.rows.length, next, none: answer.none }
}
