import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** What was done or refused: never what a report says, never a token. */
export interface Entry {
  readonly at: string
  readonly who: string
  readonly role: string | null
  readonly from: string
  readonly did: string
  readonly target: string
  readonly status: number
}

export type Audit = (entry: Entry) => void

/** JSON Lines, one a deed, appended at once: what was done is on record before it is answered. */
export function openAudit(folder: string): Audit {
  const file = path.join(folder, 'audit.jsonl')
  let made = false
  return (entry) => {
    if (!made) mkdirSync(folder, { recursive: true, mode: 0o700 })
    made = true
    appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
  }
}
