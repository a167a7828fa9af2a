/** The codes of what went wrong before there was a reading. docs/errors.md says what each means and what to do. */
export type ErrorCode =
  | 'usage'
  | 'file-not-found'
  | 'file-unreadable'
  | 'input-empty'
  | 'input-binary'
  | 'input-too-large'
  | 'input-not-json'
  | 'input-not-conllu'
  | 'date-invalid'
  | 'fetch-failed'
  | 'vocabulary-invalid'
  | 'model-missing'
  | 'output-failed'
  | 'ledger-locked'
  | 'ledger-unreachable'
  | 'ledger-full'
  | 'ledger-newer'
  | 'ledger-missing'
  | 'not-found'
  | 'judgement-invalid'

/** A broken contract: what was wrong, where, and what to do. */
export class ReadoutError extends Error {
  override readonly name = 'ReadoutError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
