import { existsSync } from 'node:fs'
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
  const { openLedger } = await import('../../../ledger.ts')
  const ledger = await openLedger(place, { clock: Date.now })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}
