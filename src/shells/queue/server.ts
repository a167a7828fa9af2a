import pg from 'pg'
import type PgBoss from 'pg-boss'
import { explain } from '../../ledger.ts'

export interface Server extends PgBoss.Db {
  executeSql<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
  /** Does something that one process at a time may do in this database. */
  alone(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Of no meaning, but the same in every process. */
const LOCK = 4_747_001

/** The connections of the queue, apart from the ledger's: a report that is being kept holds up no heartbeat. */
export function openServer(databaseUrl: string, connections: number): Server {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'readout queue',
    connectionTimeoutMillis: 10_000,
    max: connections,
  })
  // An idle connection that the server closes is no error of a caller: the next query opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    async executeSql<Row>(text: string, values?: unknown[]) {
      const client = await pool.connect().catch((error: unknown) => Promise.reject(explain(error)))
      try {
        const result = await client.query(text, values)
        client.release()
        return result as { rows: Row[] }
      } catch (error) {
        // pg-boss sends whole transactions in one text: after an error the connection may be left within one.
        client.release(true)
        throw explain(error)
      }
    },
    async alone(work) {
      const client = await pool.connect().catch((error: unknown) => Promise.reject(explain(error)))
      try {
        await client.query('select pg_advisory_lock($1)', [LOCK])
        await work()
      } catch (error) {
        throw explain(error)
      } finally {
        // The lock goes with the connection.
        client.release(true)
      }
    },
    close: () => pool.end(),
  }
}
