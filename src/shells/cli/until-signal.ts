import { once } from 'node:events'

/**
 * Aborted by the first signal that asks to end, so that what is under way is finished; a second one ends at once. A command
 * that runs until it is ended asks for it before it loads or opens anything: a signal before that kills the process.
 */
export function untilSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

/** Resolves with the signal to end, also where it came before. */
export async function untilEnded(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort')
}
