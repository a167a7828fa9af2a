// A thread that makes the rows of the generated world, so that the store takes in the last ones meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import type { Columns, Copy } from './copy.ts'
import { makeWorld } from './make.ts'
import { RowMaker } from './rows.ts'

export interface Order {
  readonly records: number
  readonly columns: Columns
  /** Reports of which the rows are sent together. */
  readonly batch: number
}
/** The rows of the reports up to `made`; with the last, the ids of the actors by name. */
export interface Batch {
  readonly made: number
  readonly copies: readonly Copy[]
  readonly actors: ReadonlyMap<string, string> | null
}

const { records, columns, batch } = workerData as Order
const world = makeWorld(records)
const maker = new RowMaker('main', columns)
let made = 0

function next(): void {
  const until = Math.min(world.reports, made + batch)
  for (; made < until; made++) maker.add(made, world.report(made))
  const actors = made < world.reports ? null : new Map([...maker.actors].map(([name, { id }]) => [name, id]))
  const sent: Batch = { made, copies: maker.take(), actors }
  parentPort!.postMessage(sent)
  if (made === world.reports) parentPort!.close()
}

/** Each word from the store asks for one batch more. */
parentPort!.on('message', next)
