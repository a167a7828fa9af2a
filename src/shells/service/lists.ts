import type { Ledger } from '../../ledger.ts'
import { readCursor, writeCursor } from './cursor.ts'

/** Which page of a plain list of the ledger. */
export interface ListPlace {
  /** Digest of what was asked. */
  readonly of: string
  /** The write up to which it is answered, the same for all its pages; null: nothing was written by then. */
  readonly known: string | null
  readonly offset: number
}

/**
 * Pages after the first are those of the list as the ledger had it then: a clock would not do, since recorded times go
 * by the ledger's own, which may be ahead.
 */
export async function listPlace(
  ledger: Ledger,
  of: string,
  known: string | undefined,
  cursor: string | undefined,
): Promise<ListPlace> {
  const from = cursor === undefined ? null : readCursor(cursor, of)
  return { of, known: await ledger.newest(from?.known ?? known), offset: from?.offset ?? 0 }
}

/** The cursor of the page that begins at `end`; null where there is none. */
export const cursorAt = ({ of, known }: ListPlace, end: number, more: boolean): string | null =>
  more && known !== null ? writeCursor({ offset: end, known, asked: of }) : null
