import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger, Place } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import type { LedgerOptions } from './options.ts'

const FOLDER = './readout-ledger'

/** The folder that was named, else the server of the environment, else the usual folder. */
export function placeOf({ ledger }: LedgerOptions): Place {
  if (ledger !== undefined) return { folder: ledger }
  const databaseUrl = process.env.DATABASE_URL
  return databaseUrl ? { databaseUrl } : { folder: FOLDER }
}

/** A command that has the folder is soon done; a server that starts tells its address soon. */
const PATIENCE = 30_000
const PAUSE = 200

const isLocked = (error: unknown): boolean => error instanceof ReadoutError && error.code === 'ledger-locked'

/** The ledger of a folder through the process that has it open; null where none answers. */
export type Reach = (folder: string) => Promise<Ledger | null>

const throughServer: Reach = async (folder) => (await import('../../remote/ledger.ts')).reach(folder)

/**
 * The ledger of a place, for this process. A folder that a server has open is asked through the server; one that another
 * command has is waited for, up to half a minute or until `stop`. Throws what `openLedger` throws.
 */
export async function openHere(place: Place, reach: Reach = throughServer, stop?: AbortSignal): Promise<Ledger> {
  const end = Date.now() + PATIENCE
  let told = false
  for (;;) {
    const served = 'folder' in place ? await reach(place.folder) : null
    if (served) return served
    const { openLedger } = await import('../../../ledger.ts')
    try {
      return await openLedger(place, { clock: Date.now })
    } catch (error) {
      if (!isLocked(error) || Date.now() > end || stop?.aborted) throw error
      if (!told && process.stderr.isTTY) process.stderr.write(`waiting: ${(error as Error).message}\n`)
      told = true
    }
    await sleep(PAUSE)
  }
}

/**
 * Opens the ledger for one piece of work. It is loaded here and only here: the database costs half a second that
 * `readout read` does not pay. Only `add` makes one where there is none.
 */
export async function withOpen<T>(
  options: LedgerOptions,
  work: (ledger: Ledger) => Promise<T>,
  make = false,
): Promise<T> {
  const place = placeOf(options)
  if (!make && 'folder' in place && !existsSync(place.folder))
    throw new ReadoutError(
      'ledger-missing',
      `there is no ledger at ${place.folder}: readout add FILE makes one, --ledger names another`,
    )
  const ledger = await openHere(place)
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}
