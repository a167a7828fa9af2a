import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { fold } from '../../model/index.ts'
import type { Provenance, Told } from '../index.ts'
import type { Db, VersionRow } from '../schema.ts'
import { wellFormed } from '../store/rows.ts'

export const hashOf = (text: string): string => createHash('sha256').update(wellFormed(text)).digest('hex')

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmp)$/

/** An address without what does not tell articles apart: fragment, tracking parameters, `www.`, the last slash. */
export function normalUrl(url: string): string {
  try {
    const parsed = new URL(url)
    for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name)
    parsed.searchParams.sort()
    const host = parsed.host.replace(/^www\./, '')
    return `${host}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`
  } catch {
    return url.trim()
  }
}

/** What a document is known by, surest first. Titles recur ("Morning briefing"): `title` holds only for like texts. */
export interface Keys {
  readonly sure: readonly string[]
  readonly title: string | null
  readonly text: string
}

export function keysOf(document: Told, provenance: Provenance): Keys {
  const publisher = document.publisher === undefined ? '' : fold(document.publisher)
  const sure = [
    ...(document.url ? [`url:${normalUrl(document.url)}`] : []),
    ...(provenance.sourceId ? [`id:${publisher}:${provenance.sourceId}`] : []),
  ]
  const title = publisher && document.title ? `title:${publisher}:${fold(document.title)}` : null
  return {
    sure: sure.map(wellFormed),
    title: title && wellFormed(title),
    text: wellFormed(`text:${publisher}:${hashOf(document.text)}`),
  }
}

/**
 * Which version of a document a report is, null where it is none that is held. The newest one is known by its text. One
 * before it must also be told as of its own time, and that be before the newest one's: without that it is an article that
 * goes back to what it said, which is a new version.
 */
export async function numberOf(
  { db, ledger }: { readonly db: Db; readonly ledger: string },
  latest: VersionRow,
  { text, publishedAt }: Told,
): Promise<number | null> {
  const hash = hashOf(text)
  if (latest.text_hash === hash) return latest.number
  if (!(Date.parse(publishedAt ?? '') < Date.parse(latest.published_at ?? ''))) return null
  const former = await db
    .selectFrom('versions')
    .select('number')
    .where('ledger', '=', ledger)
    .where('document_id', '=', latest.document_id)
    .where('text_hash', '=', hash)
    .where('published_at', '=', publishedAt!)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return former?.number ?? null
}

/** The newest version of the document that a report is of, or null. */
export async function findVersion(
  { db, ledger }: { readonly db: Db; readonly ledger: string },
  keys: Keys,
  alike: (text: string) => boolean,
): Promise<VersionRow | null> {
  const all = [...keys.sure, ...(keys.title ? [keys.title] : []), keys.text]
  const newest = sql`select * from versions v where v.ledger = k.ledger and v.document_id = k.document_id
    order by v.number desc limit 1`
  const { rows } = await sql<VersionRow & { readonly key: string }>`select k.key, v.* from document_keys k
    cross join lateral (${newest}) v
    where k.ledger = ${ledger} and k.key = any(${all}::text[])`.execute(db)
  for (const key of all) {
    const version = rows.find((r) => r.key === key)
    if (version && (key !== keys.title || alike(version.text))) return version
  }
  return null
}
