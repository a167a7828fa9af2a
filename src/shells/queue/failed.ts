import type { Batch, Failed } from './index.ts'
import { BATCHES, type Data, FAILED, type Opened, putBatches, SCHEMA, unpack } from './jobs.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly data: Data
}

const PAGE = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Reports that failed, and batches that ended their workers too often, page by page. */
async function* rowsOf({ server }: Opened): AsyncGenerator<Row> {
  const page = `select id, name, data from ${SCHEMA}.job
    where ((name = $1 and state = 'created') or (name = $2 and state = 'failed')) and id > $3 order by id limit $4`
  for (let last: string | undefined = FIRST; last !== undefined; ) {
    const { rows }: { readonly rows: readonly Row[] } = await server.executeSql<Row>(page, [
      FAILED,
      BATCHES,
      last,
      PAGE,
    ])
    yield* rows
    last = rows.length < PAGE ? undefined : rows.at(-1)?.id
  }
}

const ENDED = { code: 'internal', message: 'every worker that took it ended, or lost its database' }

function failedOf({ name, data }: Row): readonly Failed[] {
  if (name === FAILED) return [unpack<Failed>(data)]
  const { reports, keeping } = unpack<Batch>(data)
  return reports.map((report) => ({ ...report, keeping, error: ENDED }))
}

export async function* readFailed(opened: Opened): AsyncGenerator<Failed> {
  for await (const row of rowsOf(opened)) yield* failedOf(row)
}

/** Puts what failed back, each report by itself; a process that ends in between puts nothing twice. */
export async function retryFailed(opened: Opened): Promise<number> {
  let reports = 0
  for await (const row of rowsOf(opened)) {
    const batches = failedOf(row).map(({ error: _error, keeping, ...report }) => ({ reports: [report], keeping }))
    await putBatches(opened, batches, `again ${row.id}`)
    await opened.boss.deleteJob(row.name, row.id)
    reports += batches.length
  }
  return reports
}
