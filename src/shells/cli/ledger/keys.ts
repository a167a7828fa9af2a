import { createInterface } from 'node:readline'

/** Where a reviewer's keys come from. Null: there are no more. */
export interface Keys {
  key(): Promise<string | null>
  line(prompt: string): Promise<string | null>
  close(): void
}

/** One key at a time from a terminal; from a pipe one line at a time, of which the first letter is the key. */
export function keysHere(input: NodeJS.ReadStream = process.stdin): Keys {
  if (input.isTTY) return terminalKeys(input)
  const lines = createInterface({ input, terminal: false })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string | null> => {
    const { value, done } = await lines.next()
    return done ? null : value
  }
  return {
    key: async () => (await nextLine())?.trim().slice(0, 1) ?? null,
    line: nextLine,
    close: () => input.destroy(),
  }
}

const INTERRUPT = '\u0003'
const END = '\u0004'

function terminalKeys(input: NodeJS.ReadStream): Keys {
  const key = (): Promise<string | null> =>
    new Promise((resolve) => {
      input.setRawMode(true)
      input.resume()
      input.once('data', (data: Buffer) => {
        input.setRawMode(false)
        input.pause()
        const pressed = data.toString()
        resolve(pressed === INTERRUPT || pressed === END ? null : pressed.slice(0, 1))
      })
    })
  const line = (prompt: string): Promise<string | null> =>
    new Promise((resolve) => {
      const asking = createInterface({ input, output: process.stderr })
      asking.once('close', () => resolve(null))
      asking.question(prompt, (answer) => {
        resolve(answer)
        asking.close()
      })
    })
  return { key, line, close: () => input.pause() }
}
