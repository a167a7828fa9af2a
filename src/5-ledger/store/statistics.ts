import type { PGlite } from '@electric-sql/pglite'

/** A table that has grown by less than these pages (400 kB), or by less than this part, is known well enough. */
const GROWN = { pages: 50, share: 0.2 } as const

const OUTGROWN = `select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'
    and pg_relation_size(oid) / current_setting('block_size')::int > ${GROWN.pages} + ${1 + GROWN.share} * relpages`

/**
 * A server's autovacuum counts what the planner must know of the tables, and tells which pages need no second look; PGlite
 * has none. Without it, questions about those who stand in most reports take a hundred times as long at some thousands of
 * reports. What cannot be counted now (a full disk) is counted later: nothing depends on it but speed.
 */
export async function keepStatistics(client: PGlite): Promise<void> {
  try {
    const { rows } = await client.query<{ name: string }>(OUTGROWN)
    if (rows.length > 0) await client.exec(`vacuum (analyze) ${rows.map(({ name }) => name).join(', ')}`)
  } catch {
    // The next statement of the caller tells what is wrong with the database.
  }
}
