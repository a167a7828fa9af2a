import type { Disagreement } from '../../../../src/6-answer/index.ts'
import type { ContradictionType } from '../../../../src/model/index.ts'
import { formatCount } from '../../parts/words.ts'

export const TYPES: Readonly<Record<ContradictionType, { readonly label: string; readonly differs: string }>> = {
  number: { label: 'Number', differs: 'The figures differ' },
  polarity: { label: 'Yes or no', differs: 'One says it, the other denies it' },
  time: { label: 'Time', differs: 'The days differ' },
  who: { label: 'Who', differs: 'They name others' },
  status: { label: 'Status', differs: 'They put it at different stages' },
}

/** Why the ledger sets the two against each other. */
export function reasonOf({ kind, type, reason }: Disagreement): string {
  if (type === 'polarity') return `${TYPES.polarity.differs}.`
  const why = type === 'number' ? reason.replace(/\d{4,}/g, (figure) => formatCount(Number(figure))) : reason
  return `${kind === 'revision' ? 'The later report itself takes the former figure back' : TYPES[type].differs}: ${why}.`
}
