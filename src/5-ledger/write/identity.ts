import { createHash } from 'node:crypto'
import { type Document, fold } from '../../model/index.ts'
import type { Provenance } from '../index.ts'
import type { VersionRow, Write } from '../schema.ts'
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

export function keysOf(document: Document, provenance: Provenance): Keys {
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

/** The newest version of the document that a report is of, or null. */
export async function findVersion(
  write: Write,
  keys: Keys,
  alike: (text: string) => boolean,
): Promise<VersionRow | null> {
  const all = [...keys.sure, ...(keys.title ? [keys.title] : []), keys.text]
  const rows = await write.tx
    .selectFrom('document_keys')
    .select(['key', 'document_id'])
    .where('ledger', '=', write.ledger)
    .where('key', 'in', all)
    .execute()
  for (const key of all) {
    const row = rows.find((r) => r.key === key)
    const version = row && (await newest(write, row.document_id))
    if (version && (key !== keys.title || alike(version.text))) return version
  }
  return null
}

async function newest(write: Write, document: string): Promise<VersionRow | undefined> {
  return write.tx
    .selectFrom('versions')
    .selectAll()
    .where('ledger', '=', write.ledger)
    .where('document_id', '=', document)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
