import { useMemo, useState } from 'react'
import type { Correction, Judgement } from '../../../../src/5-ledger/index.ts'
import { useOne } from '../../address/use-address.ts'
import { client } from '../../api/client.ts'
import { type Judged, useJudge, useSitting } from '../../parts/judging.ts'
import { lineOf, shortWords } from './line.ts'
import type { Item } from './queue.ts'

/** The place after the last: all was gone through. */
const END = 'end'

const nameOf = (item: Item): string =>
  item.kind === 'record' ? `${lineOf(item.record)}: ${shortWords(item.record)}` : item.proposal.reason.text

function accepting(item: Item): Promise<Judgement> {
  return item.kind === 'record' ? client.judge(item.id, 'accept') : client.decide(item.id, 'accepted')
}
function rejecting(item: Item): Promise<Judgement> {
  return item.kind === 'record' ? client.judge(item.id, 'reject') : client.decide(item.id, 'rejected')
}

export interface Problem {
  readonly item: string
  readonly text: string
}

/** Where one is in the queue; `isOpen`: not judged yet. */
function usePlace(items: readonly Item[], whole: boolean, isOpen: (item: Item) => boolean) {
  const [place, setPlace] = useOne('item')
  const found = items.findIndex(({ id }) => id === place)
  const first = items.findIndex(isOpen)
  const at = place === END ? items.length : found >= 0 ? found : first < 0 ? items.length : first
  // Where more is to come, the place after the last that is here is no end.
  const go = (to: number): void => {
    if (items[to] || whole) setPlace(items[to]?.id ?? END)
  }
  return {
    at,
    next: () => go(Math.min(at + 1, items.length)),
    back: () => go(Math.max(0, at - 1)),
    goTo: (id: string) => setPlace(id),
    toFirstOpen: () => go(first < 0 ? items.length : first),
    toNextOpen: () => {
      const after = items.findIndex((one, k) => k > at && isOpen(one))
      go(after >= 0 ? after : items.length)
    },
  }
}

/** Sends judgements; where one fails, it says of which item and why. */
function useDeciding(goTo: (id: string) => void) {
  const sitting = useSitting()
  const { judge, undo } = useJudge()
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem | null>(null)
  const fail = (item: string) => (error: Error) => {
    setProblem({ item, text: error.message })
    goTo(item)
  }
  return {
    sent,
    problem,
    decide: (item: Item, verdict: string, make: () => Promise<Judgement>): void => {
      setProblem(null)
      setSent((before) => new Set(before).add(item.id))
      judge(item.id, verdict, nameOf(item), make)
        .catch(fail(item.id))
        .finally(() => setSent((before) => new Set([...before].filter((one) => one !== item.id))))
    },
    undoLast: (): void => {
      const last = sitting.find((one) => !one.undone)
      if (!last) return
      setProblem(null)
      undo(last.id).then(() => goTo(last.of), fail(last.of))
    },
  }
}

/** The walk through what waits. What is judged is left at once, and come back to where the ledger refused it. */
export function useWalk(items: readonly Item[], whole: boolean) {
  const sitting = useSitting()
  const [, setPlace] = useOne('item')
  const { sent, problem, decide, undoLast } = useDeciding(setPlace)
  const judged = useMemo(
    () => new Map(sitting.filter((one) => !one.undone).map((one): [string, Judged] => [one.of, one])),
    [sitting],
  )
  const isOpen = (item: Item): boolean => !judged.has(item.id) && !sent.has(item.id)
  const place = usePlace(items, whole, isOpen)
  const item = items[place.at]
  const settle = (verdict: string, make: (item: Item) => Promise<Judgement>): void => {
    if (!item || !isOpen(item)) return
    place.toNextOpen()
    decide(item, verdict, () => make(item))
  }
  return {
    ...place,
    item,
    judged,
    problem,
    undoLast,
    open: items.filter(isOpen).length,
    ended: whole && place.at >= items.length,
    accept: () => settle('Accepted', accepting),
    reject: () => settle('Rejected', rejecting),
    correct: (correction: Correction, why: string) =>
      settle('Corrected', ({ id }) => client.correct(id, correction, why)),
  }
}

export type Walk = ReturnType<typeof useWalk>
