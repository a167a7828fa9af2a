import type { FastifyReply } from 'fastify'

export interface Events {
  send(event: string, data: unknown): void
  closed(): boolean
  end(): void
}

/** Answers with server-sent events: what was said so far goes out at once, never packed or kept by what is between. */
export function sendEvents(reply: FastifyReply): Events {
  reply.hijack()
  const { raw } = reply
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined))
  raw.writeHead(200, {
    ...(headers as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  let id = 0
  const beat = setInterval(() => raw.write(': still here\n\n'), 15_000).unref()
  raw.on('close', () => clearInterval(beat))
  return {
    // JSON has no line ends of its own, so that what a report says cannot begin an event.
    send: (event, data) => void raw.write(`event: ${event}\nid: ${++id}\ndata: ${JSON.stringify(data)}\n\n`),
    closed: () => raw.destroyed,
    end: () => void raw.end(),
  }
}
