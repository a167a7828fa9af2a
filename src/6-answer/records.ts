import type { HeldRecord, Ledger, RecordQuery } from '../5-ledger/index.ts'
import type { None } from './answer.ts'
import { actorIds, narrowing, nothing, sourceQueries } from './gather.ts'
import type { Question } from './question.ts'

const PAGE = 1000

/**
 * The records of a question, a thousand at a time in order of their days, or why there are none. Nothing is put together:
 * each record is the word of one source in one report. What is written to the ledger meanwhile is left out where the
 * question says as of when it is asked (`known`).
 */
export async function recordPages(
  ledger: Ledger,
  question: Question,
  narrow: RecordQuery,
): Promise<AsyncIterable<readonly HeldRecord[]> | None> {
  const about = await actorIds(ledger, question.about ?? [], question)
  if ('code' in about) return about
  const query = { ...narrowing(question), ...narrow, ...(about.length > 0 ? { actors: about } : {}) }
  const queries = await sourceQueries(ledger, query, question)
  if ('code' in queries) return queries
  const pages = readPages(ledger, queries, question.limit ?? Number.POSITIVE_INFINITY)
  const first = await pages.next()
  if (first.done) return nothing(ledger, question)
  return (async function* () {
    yield first.value
    yield* pages
  })()
}

async function* readPages(
  ledger: Ledger,
  queries: readonly RecordQuery[],
  most: number,
): AsyncGenerator<readonly HeldRecord[], undefined> {
  // A record may stand on the word of several that are asked for.
  const seen = new Set<string>()
  let left = most
  for (const query of queries) {
    for (let offset = 0; left > 0; offset += PAGE) {
      const page = await ledger.records({ ...query, limit: PAGE, offset })
      const fresh = page.filter((record) => queries.length === 1 || !seen.has(record.id)).slice(0, left)
      for (const { id } of queries.length === 1 ? [] : fresh) seen.add(id)
      left -= fresh.length
      if (fresh.length > 0) yield fresh
      if (page.length < PAGE) break
    }
  }
  return undefined
}
