import { randomUUID } from 'node:crypto'
import type { None } from '../../6-answer/index.ts'

/** A finished answer. Its rows are JSON already: a page of them is put together as often as it is asked for. */
export interface Finished {
  readonly asked: string
  readonly rows: readonly string[]
  /** Why there are no rows. */
  readonly none: None | null
}

const MIB = 1024 * 1024
/** About how much memory the finished answers of a server may take. */
const ROOM = 64 * MIB
/** What an answer takes besides its rows. */
const OVERHEAD = 500

/** A character of a string takes a byte, two where any of them is outside Latin 1: the greater is counted. */
const sizeOf = ({ rows }: Finished): number => rows.reduce((sum, row) => sum + 2 * row.length + 50, OVERHEAD)

/**
 * Finished answers, the last used first to stay. A key says the question and the state of the ledger that it was asked
 * of: the same key is the same answer for ever, so that nothing here needs to be thrown away but for room. Whoever asks
 * for what is being made waits for it.
 */
export class FinishedAnswers {
  /** Of this server's life: another life may have read other rows, or writes them otherwise. */
  readonly life = randomUUID()
  readonly #kept = new Map<string, Finished>()
  readonly #making = new Map<string, Promise<Finished>>()
  #size = 0

  constructor(readonly room = ROOM) {}

  get(key: string, make: () => Promise<Finished>): Promise<Finished> {
    const kept = this.#kept.get(key)
    if (!kept) return this.#making.get(key) ?? this.#make(key, make)
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return Promise.resolve(kept)
  }

  #make(key: string, make: () => Promise<Finished>): Promise<Finished> {
    const making = make()
      .then((finished) => {
        this.#keep(key, finished)
        return finished
      })
      .finally(() => this.#making.delete(key))
    this.#making.set(key, making)
    return making
  }

  #keep(key: string, finished: Finished): void {
    const size = sizeOf(finished)
    if (size > this.room) return
    this.#kept.set(key, finished)
    this.#size += size
    for (const [oldest, answer] of this.#kept) {
      if (this.#size <= this.room) return
      this.#kept.delete(oldest)
      this.#size -= sizeOf(answer)
    }
  }
}
