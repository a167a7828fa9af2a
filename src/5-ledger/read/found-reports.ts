import { sql } from 'kysely'
import type { Span } from '../../model/index.ts'
import type { FoundReport } from '../held.ts'
import type { DocumentQuery } from '../query.ts'
import type { Store } from '../schema.ts'
import { ask } from '../store/rows.ts'
import { readDocuments } from './documents.ts'

/** Letters that no text has: what is found is marked with them. */
const [BEGIN, END] = ['\u{F0001}', '\u{F0002}']
const MARKED = `HighlightAll=true, StartSel=${BEGIN}, StopSel=${END}`

/** Reports whose newest title or text holds the words, with where: as many round trips for all as for one. */
export async function findReports(
  store: Store,
  words: string,
  query: DocumentQuery = {},
): Promise<readonly FoundReport[]> {
  const documents = await readDocuments(store, { ...query, text: words })
  if (documents.length === 0) return []
  const shown = documents.map(({ title, text }, k) => ({ k, title: title ?? '', text }))
  const marked = (column: 'title' | 'text') =>
    sql`ts_headline('english', d.${sql.ref(column)}, websearch_to_tsquery('english', ${words}), ${MARKED})`
  const { rows } = await ask(store, (db) =>
    sql<{ k: number; title: string; text: string }>`select d.k, ${marked('title')} as title, ${marked('text')} as text
      from json_to_recordset(${JSON.stringify(shown)}::json) d(k integer, title text, text text)`.execute(db),
  )
  const at = new Map(rows.map((row) => [row.k, row]))
  return documents.map((document, k) => ({
    document,
    inTitle: spansIn(at.get(k)!.title, shown[k]!.title),
    inText: spansIn(at.get(k)!.text, shown[k]!.text),
  }))
}

/** What is marked, as spans of the text without the marks; none where the marking changed the text itself. */
function spansIn(marked: string, text: string): Span[] {
  const spans: Span[] = []
  let plain = ''
  for (const piece of marked.split(BEGIN)) {
    const [hit, rest] = piece.split(END)
    if (rest === undefined) plain += hit
    else {
      spans.push({ start: plain.length, end: plain.length + hit!.length })
      plain += hit! + rest
    }
  }
  return plain === text ? spans : []
}
