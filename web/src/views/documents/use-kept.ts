import { useMemo } from 'react'
import type { HeldDocument, KeptReading } from '../../../../src/5-ledger/index.ts'
import { useOne, useTimes } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'

/** The key under which a kept reading lies with what was read of the server. */
export const keyOf = (id: string, of: object) => ['reading', id, of] as const

/** Whether a version (else: any) of a report was in the ledger at the end of a day, or at a moment. */
function heldBy({ versions }: HeldDocument, known: string, version = 1): boolean {
  const at = versions.find(({ number }) => number === version)?.recordedAt
  if (at === undefined) return true
  return known.length === 10 ? at.slice(0, 10) <= known : Date.parse(at) <= Date.parse(known)
}

/** The version of a report that the address names, as it was known then; null: it was not in the ledger yet. */
export function useKept(id: string) {
  const [asked] = useOne('version')
  const { known } = useTimes()
  const version = /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : undefined
  const of = useMemo(
    () => ({ ...(version === undefined ? {} : { version }), ...(known === undefined ? {} : { known }) }),
    [version, known],
  )
  const query = useRead<KeptReading | null>(keyOf(id, of), async () => {
    if (known !== undefined && !heldBy(await client.document(id), known, version)) return null
    return client.reading(id, of)
  })
  return { ...query, of, past: known !== undefined }
}
