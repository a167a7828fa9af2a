import { ReadoutError } from '../../model/errors.ts'

/** Exit statuses of every command. */
export const DONE = 0
/** Something could not be done; the rest was. */
export const PARTLY = 1
/** The call was wrong. */
export const WRONG_CALL = 2

/** One line on standard error: the code and what to do. An error without a code is ours, and says so with its stack. */
export function complain(error: unknown, where?: string): void {
  // Of a file that cannot be read the message names it already.
  const named = error instanceof ReadoutError && where !== undefined && error.message.startsWith(where)
  const place = where && !named ? `${where}: ` : ''
  if (error instanceof ReadoutError) process.stderr.write(`readout: ${place}${error.message} [${error.code}]\n`)
  else
    process.stderr.write(
      `readout: ${place}unexpected error; please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
}

export const statusOf = (error: unknown): number =>
  error instanceof ReadoutError && (error.code === 'usage' || error.code === 'date-invalid') ? WRONG_CALL : PARTLY
