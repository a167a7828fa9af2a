import type { Counts } from './index.ts'
import { BATCHES, FAILED, type Opened, SCHEMA } from './jobs.ts'

interface Row {
  readonly name: string
  readonly state: string
  readonly reports: number
}

export async function countReports({ server }: Opened): Promise<Counts> {
  const { rows } = await server.executeSql<Row>(
    `select name, state, sum(singleton_key::int)::int as reports from ${SCHEMA}.job where name in ($1, $2) group by 1, 2`,
    [BATCHES, FAILED],
  )
  const sum = (...kinds: readonly string[]): number =>
    rows.filter((row) => kinds.includes(`${row.name} ${row.state}`)).reduce((all, { reports }) => all + reports, 0)
  return {
    waiting: sum(`${BATCHES} created`, `${BATCHES} retry`),
    working: sum(`${BATCHES} active`),
    failed: sum(`${FAILED} created`, `${BATCHES} failed`),
  }
}
