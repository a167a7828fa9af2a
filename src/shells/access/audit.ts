import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** What was done or refused: never what a report says, never a token. */
export interface Entry {
  readonly at: string
  /** The same in all lines of one request. */
  readonly deed: string
  /**
   * `begun`: before anything of it is done; `answered`: before its answer goes out; `left`: it was done, or broken off
   * between two reports, after whoever asked had hung up. A deed with no line after `begun` ended with the server.
   */
  readonly stage: 'begun' | 'answered' | 'left'
  readonly who: string
  readonly role: string | null
  readonly from: string
  readonly did: string
  readonly target: string
  /** Null while it is begun. */
  readonly status: number | null
}

export type Audit = (entry: Entry) => void

/** JSON Lines, appended at once: what is to be done is on record before it is, and what became of it before it is answered. */
export function openAudit(folder: string): Audit {
  const file = path.join(folder, 'audit.jsonl')
  let made = false
  return (entry) => {
    if (!made) mkdirSync(folder, { recursive: true, mode: 0o700 })
    made = true
    appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
  }
}
