import path from 'node:path'
import { type Ledger, openLedger } from '../../../ledger.ts'
import { ANYWHERE, PUBLIC_ONLY } from '../../fetch/index.ts'
import { openReadings } from '../../service/readings.ts'
import { type Service, serviceOf } from '../../service/service.ts'
import { placeOf } from '../ledger/open.ts'

const DEFAULT_FOLDER = './readout-ledger'

/** Tokens and the audit log lie beside the ledger's folder, never in it: a copy of the ledger carries no keys. */
export const accessFolder = (folder?: string): string => `${path.resolve(folder ?? DEFAULT_FOLDER)}.access`

export interface OpenOptions {
  readonly ledger?: string
  readonly threads: number
  readonly local?: boolean
}

export interface Opened {
  readonly service: Service
  close(): Promise<void>
}

/** Reports that may wait to be read, for each thread. */
const WAITING = 50
const PATIENCE = 60_000

export async function openService({ ledger: folder, threads, local }: OpenOptions): Promise<Opened> {
  const ledger: Ledger = await openLedger(placeOf(folder === undefined ? {} : { ledger: folder }), { clock: Date.now })
  const readings = openReadings({ threads, waiting: threads * WAITING, patience: PATIENCE })
  const close = async (): Promise<void> => {
    await readings.close()
    await ledger.close()
  }
  return { service: serviceOf(ledger, readings, Date.now, local ? ANYWHERE : PUBLIC_ONLY), close }
}

/** Resolves with the first signal to end. */
export const untilEnded = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
