import { sql } from 'kysely'
import type { Store, Write } from '../schema.ts'
import { insert } from '../store/rows.ts'

/** Texts of which this part of the shingles is shared are taken for copies of one another. */
const COPY = 0.5
/** Of a text with more near ones than these, not all are compared. */
const MOST = 50

function overlap(a: readonly number[], b: readonly number[]): { readonly shared: number; readonly least: number } {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return { shared, least: Math.min(a.length, b.length) }
}

/** Part of the shorter text's shingles that the other has: a cut copy is a copy. */
export function likeness({ resolver }: Store, a: string, b: string): number {
  return shareOf(resolver.sign(a).shingles, resolver.sign(b).shingles)
}

function shareOf(a: readonly number[], b: readonly number[]): number {
  const { shared, least } = overlap(a, b)
  return least === 0 ? 0 : shared / least
}

/** Notes the documents whose texts are nearly the same as this one's. */
export async function findCopies(write: Write, text: string, document: string, version: string): Promise<void> {
  const { tx, ledger, resolver } = write
  const { bands, shingles } = resolver.sign(text)
  if (bands.length === 0) return
  const near = tx
    .selectFrom('version_bands')
    .select('document_id')
    .distinct()
    .where('ledger', '=', ledger)
    .where('band', '=', sql<string>`any(${bands}::text[])`)
    .where('document_id', '<>', document)
    .limit(MOST)
  const texts = await tx
    .selectFrom('versions')
    .select(['document_id', 'text'])
    .where('ledger', '=', ledger)
    .where('document_id', 'in', near)
    .execute()
  await insert(
    write,
    'version_bands',
    bands.map((band) => ({ band, version_id: version, document_id: document })),
    'skip',
  )
  const best = new Map<string, number>()
  for (const other of texts)
    best.set(
      other.document_id,
      Math.max(best.get(other.document_id) ?? 0, shareOf(shingles, resolver.sign(other.text).shingles)),
    )
  const rows = [...best]
    .filter(([, resemblance]) => resemblance >= COPY)
    .map(([of, resemblance]) => ({ document_id: document, of_document: of, resemblance }))
  await insert(write, 'copies', rows, 'skip')
}
