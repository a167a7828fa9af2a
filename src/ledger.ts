import { resolver } from './4-resolve/index.ts'
import { type Ledger, type Options, openStore, type Place } from './5-ledger/index.ts'

export * from './5-ledger/index.ts'

/**
 * Opens the ledger of a folder (made where there is none) or of a PostgreSQL server. Throws ReadoutError:
 * `ledger-locked` with the process that has the folder open, `ledger-unreachable`, `ledger-newer`.
 */
export const openLedger = (place: Place, options: Omit<Options, 'resolver'>): Promise<Ledger> =>
  openStore(place, { ...options, resolver })
