import { setTimeout as sleep } from 'node:timers/promises'
import { ReadoutError } from '../../../model/errors.ts'
import { complain, DONE, PARTLY } from '../errors.ts'
import { openInput } from '../input.ts'
import { addTo } from './add.ts'
import { entriesOf } from './feed.ts'
import { withOpen } from './open.ts'
import { progressLine } from './progress.ts'
import type { WatchOptions } from './watch-command.ts'

/** What a feed last told of each article, by address: what it tells no otherwise is not fetched again. */
type Seen = Map<string, string>

const MINUTE = 60_000

async function look(feed: string, seen: Seen, options: WatchOptions): Promise<number> {
  const entries = await entriesOf((await openInput(feed, options.local)).bytes)
  if (!entries) throw new ReadoutError('usage', 'it is no RSS or Atom feed; readout add keeps a single page')
  const due = entries.filter(({ address, told }) => seen.get(address) !== told)
  if (due.length === 0) return DONE
  for (const { address, told } of due) seen.set(address, told)
  const names = due.map(({ address }) => address)
  try {
    // Open only for as long as something is kept: between two looks the ledger is free for others.
    return await withOpen(options, (ledger) => addTo(ledger, names, options, (name) => seen.delete(name)), true)
  } catch (error) {
    for (const name of names) seen.delete(name)
    throw error
  }
}

/** Looks into the feeds until `stop`. What could not be done is told, and tried again at the next look. */
export async function watch(feeds: readonly string[], options: WatchOptions, stop: AbortSignal): Promise<number> {
  const show = progressLine()
  const seen: Seen = new Map()
  let status = DONE
  while (!stop.aborted) {
    for (const feed of feeds) {
      if (stop.aborted) break
      try {
        if ((await look(feed, seen, options)) !== DONE) status = PARTLY
      } catch (error) {
        complain(error, feed)
        status = PARTLY
      }
    }
    show(`next look at ${new Date(Date.now() + options.every * MINUTE).toTimeString().slice(0, 5)}`)
    await sleep(options.every * MINUTE, undefined, { signal: stop }).catch(() => undefined)
    show('')
  }
  return status
}
