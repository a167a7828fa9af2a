import type { AgreementStatus } from '../../../../src/model/index.ts'
import { spoken } from '../../parts/words.ts'

export type Meaning = 'good' | 'wait' | 'stop' | 'plain'

const MEANINGS: Readonly<Record<AgreementStatus, Meaning>> = {
  proposed: 'wait',
  discussed: 'wait',
  'agreed in principle': 'wait',
  reached: 'plain',
  signed: 'good',
  'in force': 'good',
  suspended: 'stop',
  violated: 'stop',
  ended: 'stop',
  rejected: 'stop',
}

const TEXT: Readonly<Record<Meaning, string>> = {
  good: 'text-good',
  wait: 'text-wait',
  stop: 'text-stop',
  plain: 'text-ink',
}

export const meaningOf = (status: AgreementStatus): Meaning => MEANINGS[status]
export const statusColour = (status: AgreementStatus): string => TEXT[MEANINGS[status]]

/** Where an agreement stands; null: no report tells it as a fact. */
export function StatusWord({ status }: { readonly status: AgreementStatus | null }) {
  if (status === null) return <span className="text-s text-soft">Not told as a fact</span>
  return <span className={`text-s font-semibold whitespace-nowrap ${statusColour(status)}`}>{spoken(status)}</span>
}
