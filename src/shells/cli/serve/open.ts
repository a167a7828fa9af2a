import path from 'node:path'
import type { Ledger, Place } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import type { Tokens } from '../../access/tokens.ts'
import { ANYWHERE, PUBLIC_ONLY } from '../../fetch/index.ts'
import { announce, announced } from '../../remote/announce.ts'
import { reach } from '../../remote/ledger.ts'
import { openReadings } from '../../service/readings.ts'
import { type Service, serviceOf } from '../../service/service.ts'
import { openHere, placeOf, type Reach } from '../ledger/open.ts'

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
  readonly place: Place
  close(): Promise<void>
}

/** Reports that may wait to be read, for each thread. */
const WAITING = 50
const PATIENCE = 60_000

/** A folder is served once: a second server would answer for the first, and end with it. */
export const servedAlready: Reach = async (folder) => {
  const server = announced(folder)
  if (server && (await reach(folder)))
    throw new ReadoutError('ledger-locked', `${folder} is served already at ${server.address} (process ${server.pid})`)
  return null
}

/** Tells the commands of this machine where the folder's ledger is to be asked; gives what takes that back. */
export const tellCommands = (place: Place, address: string, tokens: Tokens): (() => void) =>
  'folder' in place ? announce(place.folder, { address, key: tokens.ownerKey() }) : () => undefined

/**
 * Opens what a server stands on; `through` is asked first for a ledger that another process has open. A folder that is
 * locked is waited for until `stop`.
 */
export async function openService(options: OpenOptions, stop: AbortSignal, through?: Reach): Promise<Opened> {
  const { ledger: folder, threads, local } = options
  const place = placeOf(folder === undefined ? {} : { ledger: folder })
  const ledger: Ledger = await openHere(place, through, stop)
  const readings = openReadings({ threads, waiting: threads * WAITING, patience: PATIENCE })
  const close = async (): Promise<void> => {
    await readings.close()
    await ledger.close()
  }
  const store = 'folder' in place ? 'folder' : 'postgresql'
  const service = serviceOf(ledger, readings, Date.now, { store, reach: local ? ANYWHERE : PUBLIC_ONLY })
  return { service, place, close }
}
