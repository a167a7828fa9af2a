import type { HeldRecord } from '../../../../src/5-ledger/index.ts'

const LOOKS: Readonly<Record<HeldRecord['review'], readonly [string, string]>> = {
  proposed: ['', 'text-soft'],
  accepted: ['Accepted', 'text-good'],
  corrected: ['Corrected', 'text-wait'],
  rejected: ['Rejected', 'text-stop'],
}

/** What people decided on a record; nothing where nobody did. */
export function ReviewState({ of }: { readonly of: HeldRecord }) {
  const [word, look] = LOOKS[of.review]
  return word === '' ? null : <span className={`text-s font-semibold ${look}`}>{word}</span>
}
