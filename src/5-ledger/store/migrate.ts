import { readdirSync, readFileSync } from 'node:fs'
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { ReadoutError } from '../../model/index.ts'

/** Numbered SQL files: beside the sources, and copied beside the bundle by the build. */
const FOLDER = new URL(import.meta.url.endsWith('.ts') ? '../migrations/' : './migrations/', import.meta.url)

/** PostgreSQL's code (appendix A of its manual). */
const UNDEFINED_TABLE = '42P01'

function readMigrations(): Record<string, Migration> {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      const statements = text
        .replace(/^--.*$/gm, '')
        .split(/;\s*$/m)
        .filter((statement) => statement.trim() !== '')
      const up: Migration['up'] = async (db) => {
        for (const statement of statements) await sql.raw(statement).execute(db)
      }
      return [name.replace(/\.sql$/, ''), { up }]
    }),
  )
}

/** The newest migration that was made; null where there is none. */
async function madeLast(db: Kysely<unknown>): Promise<string | null> {
  try {
    const { rows } = await sql<{ name: string | null }>`select max(name) as name from kysely_migration`.execute(db)
    return rows[0]?.name ?? null
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return null
    throw error
  }
}

/** Brings the tables up to this program's; throws `ledger-newer` where a newer program has been at them. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrations = readMigrations()
  // Looking costs a tenth of what the migrator does even where nothing is to be done.
  if ((await madeLast(db as Kysely<unknown>)) === Object.keys(migrations).at(-1)) return
  const migrator = new Migrator({ db: db as Kysely<unknown>, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error && /corrupted migrations/.test(error.message))
    throw new ReadoutError('ledger-newer', 'the ledger was made by a newer version of readout: install that one', {
      cause: error,
    })
  if (error) throw error
}
