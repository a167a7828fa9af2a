import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Judgement } from '../../../src/5-ledger/index.ts'
import { useRead } from '../api/ask.ts'
import { client } from '../api/client.ts'

/** What was judged on this page since it was opened, the last first. */
export interface Judged {
  /** Of the judgement. */
  readonly id: string
  /** The record, proposal or cluster that it is about. */
  readonly of: string
  /** "Accepted", "Rejected" … */
  readonly verdict: string
  /** What it is about, in its own words. */
  readonly what: string
  readonly undone: boolean
}

let sitting: readonly Judged[] = []
const listeners = new Set<() => void>()

function change(next: readonly Judged[]): void {
  sitting = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSitting = (): readonly Judged[] => useSyncExternalStore(subscribe, () => sitting)

/** Keys of queries that stay as they are while a sitting lasts. */
export const QUEUE = 'review-queue'

/** Whoever may only read is told so before trying. */
export function useMayJudge(): boolean {
  const { data } = useRead(['me'], () => client.me())
  return data === undefined || data.role !== 'reader'
}

/** Judges and takes back; all that is shown is asked again, but the queue that is being walked. */
export function useJudge() {
  const queries = useQueryClient()
  const refresh = (): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== QUEUE })
  return {
    /** Throws what the server says where it refuses; then nothing is changed. */
    judge: async (of: string, verdict: string, what: string, make: () => Promise<Judgement>): Promise<Judgement> => {
      const judgement = await make()
      change([{ id: judgement.id, of, verdict, what, undone: false }, ...sitting])
      refresh()
      return judgement
    },
    undo: async (id: string): Promise<void> => {
      await client.undo(id)
      change(sitting.map((one) => (one.id === id ? { ...one, undone: true } : one)))
      refresh()
    },
  }
}
