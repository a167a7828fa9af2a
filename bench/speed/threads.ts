import path from 'node:path'
import type { Report } from '../../src/read.ts'
import { openThreads, type Threads } from '../../src/shells/cli/stream.ts'
import { ROOT } from '../shared.ts'
import { type Rounds, ratio } from './alternate.ts'

export interface Text {
  readonly report: Report
  readonly tokens: number
}

/** Tokens a second with so many threads, each with a report in hand and one that waits. */
async function rateOf(pool: Threads, threads: number, all: readonly Text[], seconds: number): Promise<number> {
  const start = performance.now()
  const isOver = (): boolean => performance.now() - start >= seconds * 1000
  let next = 0
  let tokens = 0
  let last = start
  const readAlong = async (): Promise<void> => {
    while (!isOver()) {
      const text = all[next++ % all.length]!
      await pool.run({ command: 'read', lines: [{ line: 1, report: text.report }] })
      tokens += text.tokens
      last = performance.now()
    }
  }
  await Promise.all(Array.from({ length: threads * 2 }, readAlong))
  return (tokens / (last - start)) * 1000
}

/** How many times as fast two threads of `readout read --jsonl` and `readout add` read as one does. */
export async function twoAgainstOne(all: readonly Text[], { rounds, seconds }: Rounds): Promise<number> {
  const worker = path.join(ROOT, 'dist', 'worker.mjs')
  const one = openThreads(1, worker)
  const two = openThreads(2, worker)
  const rates = { one: [] as number[], two: [] as number[] }
  try {
    await Promise.all([rateOf(one, 1, all, 1), rateOf(two, 2, all, 1)])
    for (let round = 0; round < rounds; round++) {
      rates.one.push(await rateOf(one, 1, all, seconds))
      rates.two.push(await rateOf(two, 2, all, seconds))
    }
  } finally {
    await Promise.all([one.close(), two.close()])
  }
  return ratio(rates.two, rates.one)
}
