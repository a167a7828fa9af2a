import { useMemo } from 'react'
import type { KeptReading } from '../../../../src/5-ledger/index.ts'
import { useOne, useTimes } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'

/** The key under which a kept reading lies with what was read of the server. */
export const keyOf = (id: string, of: object) => ['reading', id, of] as const

/** The version of a report that the address names, as it was known then. */
export function useKept(id: string) {
  const [asked] = useOne('version')
  const { known } = useTimes()
  const version = /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : undefined
  const of = useMemo(
    () => ({ ...(version === undefined ? {} : { version }), ...(known === undefined ? {} : { known }) }),
    [version, known],
  )
  const query = useRead<KeptReading>(keyOf(id, of), () => client.reading(id, of))
  return { ...query, of, past: known !== undefined }
}
