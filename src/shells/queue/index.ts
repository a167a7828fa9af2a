import type { Reliability, Who } from '../../ledger.ts'
import type { Issue } from '../../model/index.ts'
import type { Report } from '../../read.ts'

/** A report that waits to be read, with what is known of it besides. */
export interface Queued {
  /** As the user named it: a file, a line of a file, an address. */
  readonly name: string
  readonly report: Report
  /** The id that JSON Lines give an article. */
  readonly sourceId?: string
  /** What could not be settled when it was received. */
  readonly issues: readonly Issue[]
}

/** What was said of all reports of one call. */
export interface Keeping {
  readonly date?: string
  /** Records with a lower score are not kept. */
  readonly minScore?: number
  readonly reliability?: Reliability
  readonly group?: string
  readonly reread?: boolean
  /** Each report recorded as of the evening of the day it was published, instead of now. */
  readonly recorded?: 'published'
  /** Who put them on the queue: what is said of publishers is kept under his name. */
  readonly who: Who
}

/** Reports that a worker takes together: enough that taking them costs little beside reading them. */
export interface Batch {
  readonly reports: readonly Queued[]
  readonly keeping: Keeping
}

/** A report that could not be read. It is kept aside until somebody puts it back. */
export interface Failed extends Queued {
  readonly keeping: Keeping
  readonly error: { readonly code: string; readonly message: string }
}

/** Numbers of reports. */
export interface Counts {
  readonly waiting: number
  /** Taken by a worker that lives, or that did a moment ago. */
  readonly working: number
  readonly failed: number
}

export interface WorkOptions {
  /** Batches at a time. */
  readonly parallel: number
  /** End when nothing waits and nobody works; without it, wait for more. */
  readonly untilEmpty: boolean
  /** Takes no more batches; those under way are finished. */
  readonly stop: AbortSignal
  /** Told of what went wrong with a batch that goes back to the queue. */
  readonly complain: (error: unknown) => void
}

/**
 * Work that many processes share. Handlers must be idempotent: a batch whose worker is gone is given to another one
 * after some seconds, and what the first had kept is met again.
 */
export interface Queue {
  put(batches: readonly Batch[]): Promise<void>
  /** Takes batches; `handle` gives the reports of a batch that cannot be read. Where it throws, the batch goes back. */
  work(handle: (batch: Batch) => Promise<readonly Failed[]>, options: WorkOptions): Promise<void>
  counts(): Promise<Counts>
  /** Reports that could not be read. */
  failed(): AsyncGenerator<Failed>
  /** Puts what failed back; gives how many reports. */
  retry(): Promise<number>
  close(): Promise<void>
}
