import type { Document } from '../model/document.ts'
import type { Issue } from '../model/issue.ts'

/** What the caller knows of a report; only the text is needed. */
export interface Report {
  /** The caller's own name for it. */
  readonly id?: string
  readonly text: string
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  /** ISO date or date-time. */
  readonly publishedAt?: string
  /** The same, for a report whose date is neither given nor in its first lines. */
  readonly dateIfNone?: string
}

/** A report ready to be read, and what could not be settled about it. */
export interface Received {
  readonly document: Document
  readonly issues: readonly Issue[]
}
