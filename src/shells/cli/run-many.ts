import { readJsonLines } from '../../read.ts'
import type { InputLine, Task } from './batch.ts'
import { complain, DONE, PARTLY } from './errors.ts'
import { openStream } from './input.ts'
import { openOutput, print } from './output.ts'
import { streamLines } from './stream.ts'

export interface ManyOptions {
  readonly command: Task['command']
  readonly date?: string
  readonly minScore?: number
  readonly out?: string
  readonly threads: number
}

async function* plainLines(names: readonly string[]): AsyncGenerator<InputLine> {
  for await (const line of readJsonLines(openStream(names))) {
    if ('error' in line) yield { line: line.line, error: { code: line.error.code, message: line.error.message } }
    else yield line
  }
}

/** A line to standard error at most twice a second, where a person looks on. */
function progress(): (done: number, end?: boolean) => void {
  if (!process.stderr.isTTY) return () => undefined
  let last = 0
  return (done, end = false) => {
    const now = Date.now()
    if (now - last < 500 && !end) return
    last = now
    process.stderr.write(`\r${done} reports read${end ? '\n' : ''}`)
  }
}

/** JSON Lines in, JSON Lines out (or one file a report), in the order of the input. */
export async function runMany(names: readonly string[], options: ManyOptions): Promise<number> {
  const { command, date, minScore, out, threads } = options
  const folder = out === undefined ? undefined : openOutput(out)
  const tick = progress()
  let status = DONE
  let done = 0
  for await (const answer of streamLines(plainLines(names), {
    command,
    threads,
    ...(date === undefined ? {} : { date }),
    ...(minScore === undefined ? {} : { minScore }),
  })) {
    if (answer.failed) {
      status = PARTLY
      process.stderr.write(
        `readout: line ${answer.line}: ${answer.failed.message.replace(/^line \d+: /, '')} [${answer.failed.code}]\n`,
      )
    }
    if (!folder) await print(`${answer.json}\n`)
    else if (!answer.failed)
      await folder.write(nameOf(answer.json), 'json', `${answer.json}\n`).catch((error) => {
        status = PARTLY
        complain(error)
      })
    tick(++done)
  }
  tick(done, true)
  return status
}

const nameOf = (json: string): string => {
  const { input, document } = JSON.parse(json) as { input?: string; document: { id: string } }
  return input ?? document.id
}
