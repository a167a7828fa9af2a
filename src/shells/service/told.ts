import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import { type RefusalCode, Refused } from './refused.ts'

/** What whoever asked is told of an error. */
export interface Told {
  readonly code: ErrorCode | RefusalCode | 'internal'
  readonly words: string
  /** No mistake of his: its own words belong into the log. */
  readonly ours: boolean
}

/** Mistakes of who asks: they are told as they are. */
const MISTAKES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'usage',
  'date-invalid',
  'file-unreadable',
  'input-empty',
  'input-binary',
  'input-too-large',
  'input-not-json',
  'fetch-failed',
  'not-found',
  'judgement-invalid',
])

/** What befalls a server: its own words may say where the ledger lies. */
const BEFALLS: Readonly<Partial<Record<ErrorCode, string>>> = {
  'ledger-unreachable': 'the ledger does not answer: what was not acknowledged was not kept; ask again in a moment',
  'ledger-full': 'there is no space left for the ledger: nothing of this was kept',
}

const INTERNAL = 'something went wrong in the server: it was written to its log; please report it'

/** Plain words for any error. Those of errors that are no mistake of who asks may hold paths, addresses or queries. */
export function told(error: unknown): Told {
  if (error instanceof Refused) return { code: error.code, words: error.message, ours: false }
  if (!(error instanceof ReadoutError)) return { code: 'internal', words: INTERNAL, ours: true }
  const { code, message } = error
  if (MISTAKES.has(code)) return { code, words: message, ours: false }
  const words = BEFALLS[code]
  return words === undefined ? { code: 'internal', words: INTERNAL, ours: true } : { code, words, ours: true }
}
