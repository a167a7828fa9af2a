/** Aborted by the first signal that asks to end, so that what is under way is finished; a second one ends at once. */
export function untilSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
