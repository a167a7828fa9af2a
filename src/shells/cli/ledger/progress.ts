import type { Added } from '../../../ledger.ts'
import { type ErrorCode, ReadoutError } from '../../../model/errors.ts'
import { complain } from '../errors.ts'

/** What became of reports so far. */
export type Totals = Record<Added['outcome'] | 'failed', number>

export const newTotals = (): Totals => ({ new: 0, version: 0, reread: 0, same: 0, failed: 0 })

const number = (n: number): string => n.toLocaleString('en')

export const summary = ({ new: fresh, version, reread, same, failed }: Totals): string =>
  [
    `${number(fresh)} new`,
    `${number(version)} changed`,
    `${number(reread)} read again`,
    `${number(same)} the same`,
    `${number(failed)} failed`,
  ]
    .filter((part, i) => i === 0 || !part.startsWith('0 '))
    .join(', ')

const doneOf = (totals: Totals): number => Object.values(totals).reduce((sum, n) => sum + n, 0)

/** "12 of 340 (11 new, 1 failed)"; without a total where it is not known. */
export const progressOf = (totals: Totals, total: number | null): string =>
  `${number(doneOf(totals))}${total === null ? '' : ` of ${number(total)}`} (${summary(totals)})`

/** One report, as it is told. */
export function told({ outcome, version, added, kept, retracted }: Added, name: string): string {
  const what = outcome === 'version' ? `version ${version}` : outcome
  const changes =
    outcome === 'new'
      ? `${added} records`
      : outcome === 'same'
        ? ''
        : `${added} added, ${kept} kept, ${retracted} retracted`
  return `${what.padEnd(10)} ${name}${changes ? `  (${changes})` : ''}\n`
}

/**
 * A last line on standard error, where a person looks on. The empty text takes it away before something else is printed;
 * then it comes back at once, and while it stands it changes at most four times a second.
 */
export function progressLine(): (text: string) => void {
  const { stderr } = process
  if (!stderr.isTTY) return () => undefined
  let last = 0
  let stands = false
  return (text) => {
    const now = Date.now()
    if (text === '' ? !stands : stands && now - last < 250) return
    last = now
    stands = text !== ''
    stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns || 100) - 1)}`)
  }
}

/** A report of which nothing was kept, on standard error. */
export function tellFailure(
  { code, message }: { readonly code: string; readonly message: string },
  name: string,
): void {
  complain(new ReadoutError(code as ErrorCode, message.replace(/^line \d+: /, '')), name)
}
