import { ReadoutError } from '../../model/index.ts'

/** PostgreSQL's codes (appendix A of its manual) and Node's. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/
/** A text with NUL, which no text of PostgreSQL holds; a day that its calendar lacks; what is no id by its form. */
const NUL = '22021'
const NO_DAY = /^2200[789]$/
const NO_ID = { code: '22P02', words: /type uuid: "(.*)"/s }
const SHOWN_LETTERS = 40
const UNREACHABLE = /^(08...|57P0[1-5]|ECONN\w+|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN)$/
const UNREACHABLE_WORDS =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|PGlite is closed/
const FULL_WORDS = /No space left on device|could not (?:extend|write) (?:to )?file/

/** The driver's error as one of ours, where what happened and what to do is known. */
export function explain(error: unknown): unknown {
  if (error instanceof ReadoutError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (FULL.test(code) || FULL_WORDS.test(error.message))
    return new ReadoutError(
      'ledger-full',
      'no space left for the ledger: nothing of this document was kept; make room and add it again',
      { cause: error },
    )
  if (UNREACHABLE.test(code) || UNREACHABLE_WORDS.test(error.message))
    return new ReadoutError(
      'ledger-unreachable',
      `the ledger's database does not answer (${error.message || code}): what was not acknowledged was not kept; add it again`,
      { cause: error },
    )
  if (code === NUL)
    return new ReadoutError('usage', 'a text holds the character NUL, which the ledger does not have: leave it out', {
      cause: error,
    })
  const noId = code === NO_ID.code ? NO_ID.words.exec(error.message)?.[1] : undefined
  if (noId !== undefined)
    return new ReadoutError('not-found', `nothing in the ledger has the id "${noId.slice(0, SHOWN_LETTERS)}"`, {
      cause: error,
    })
  if (NO_DAY.test(code))
    return new ReadoutError('date-invalid', 'a date lies outside the years 0001 to 9999', { cause: error })
  return error
}
