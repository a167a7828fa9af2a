import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import type { Batch, Order } from './maker.ts'
import { type Bare, columnsOf } from './tables.ts'

const BATCH = 150

export interface Loaded {
  /** Ids of the actors by name. */
  readonly actors: ReadonlyMap<string, string>
  readonly seconds: { readonly rows: number; readonly indexes: number; readonly statistics: number }
}

/**
 * Fills the empty ledger `main`: rows by COPY, the indexes that migrations made built anew afterwards, then statistics.
 * Nothing but the indexes is other than after adding one by one.
 */
export async function load(bare: Bare, records: number, tell: (line: string) => void): Promise<Loaded> {
  const start = performance.now()
  const since = (from: number): number => (performance.now() - from) / 1000
  await bare.query("insert into ledgers (ledger, created_at) values ('main', now()) on conflict do nothing")
  const indexes = await dropIndexes(bare)
  const actors = await takeRows(bare, records, tell)
  const rows = since(start)
  tell(`rows are in after ${Math.round(rows)} s; building ${indexes.length} indexes`)
  const built = performance.now()
  // Two at once are two sessions.
  await Promise.all(Array.from({ length: bare.hands }, () => bare.query("set maintenance_work_mem = '256MB'")))
  await sharedOut(indexes, bare.hands, async (index) => {
    await setImmediate()
    await bare.query(index)
    tell(`${Math.round(since(built))} s: ${/INDEX (\S+)/.exec(index)?.[1]}`)
  })
  const counted = performance.now()
  await bare.query('vacuum analyze')
  return { actors, seconds: { rows, indexes: (counted - built) / 1000, statistics: since(counted) } }
}

/** Drops the indexes that are no primary keys; gives the statements that make them again. */
async function dropIndexes({ query }: Bare): Promise<string[]> {
  const found = await query<{ name: string; made: string }>(`select indexrelid::regclass::text as name,
    pg_get_indexdef(indexrelid) as made from pg_index join pg_class c on c.oid = indrelid
    where c.relnamespace = 'public'::regnamespace and not indisprimary and c.relname not like 'kysely%'
    order by (indexrelid::regclass::text = 'records_words') desc, 1`)
  for (const { name } of found) await query(`drop index ${name}`)
  return found.map(({ made }) => made)
}

async function takeRows(bare: Bare, records: number, tell: (line: string) => void): Promise<Loaded['actors']> {
  const workerData: Order = { records, columns: await columnsOf(bare), batch: BATCH }
  const worker = new Worker(bundled('./maker.ts'), { workerData, eval: true })
  const batches: Batch[] = []
  let wake: () => void = () => {}
  let failed: Error | null = null
  worker.on('message', (batch: Batch) => {
    batches.push(batch)
    wake()
  })
  worker.on('error', (error) => {
    failed = error
    wake()
  })
  const start = performance.now()
  // Two are under way: one is made while the other is taken in.
  for (let k = 0; k < 2; k++) worker.postMessage('next')
  for (;;) {
    while (batches.length === 0 && !failed) await new Promise<void>((resolve) => (wake = resolve))
    if (failed) throw failed
    const { copies, made, actors } = batches.shift()!
    worker.postMessage('next')
    for (const copy of copies) await bare.copy(copy)
    await setImmediate()
    const seconds = (performance.now() - start) / 1000
    tell(`${made} reports in ${Math.round(seconds)} s`)
    if (actors) return actors
  }
}

async function sharedOut<T>(items: readonly T[], hands: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const hand = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: hands }, hand))
}

/** A thread does not inherit what reads TypeScript: it gets its program whole. */
function bundled(file: string): string {
  const entryPoints = [fileURLToPath(new URL(file, import.meta.url))]
  const made = buildSync({ entryPoints, bundle: true, platform: 'node', packages: 'external', write: false })
  return made.outputFiles[0]!.text
}
