import type { HeldRecord } from '../../5-ledger/index.ts'

/** How a sentence of the brief says how sure its record is. */
export const HEDGES = {
  certain: '',
  probable: 'probably ',
  possible: 'possibly ',
  unknown: 'by an uncommitted report ',
} as const

/** The verb as far as the record commits itself: "possibly said", "did not say", "is to say". */
export function committed({ record }: HeldRecord, past: string, base: string): string {
  const not = record.polarity === 'denied' ? 'not ' : ''
  const hedge = HEDGES[record.certainty]
  if (record.realis === 'future') return `is ${hedge}${not}to ${base}`
  if (record.realis === 'hypothetical') return `would ${hedge}${not}${base}`
  return not ? `did ${hedge}not ${base}` : `${hedge}${past}`
}
