import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { InputLine, OutputLine, Task } from './batch.ts'
import work from './worker.ts'

/** Reports handed to a thread at a time: a thread costs some 0.1 ms a task, a report some 50 ms. */
const REPORTS = 20
/** Lines at a time that need no reading. */
const LINES = 200
/** Characters handed to a thread at a time, so that long reports do not pile up. */
const CHARACTERS = 1 << 20

type Options = Omit<Task, 'lines'> & { readonly threads: number }

const hasReport = (line: InputLine): boolean => 'report' in line

async function* tasks(lines: AsyncIterable<InputLine>, options: Options): AsyncGenerator<Task> {
  const { threads: _threads, ...rest } = options
  let batch: InputLine[] = []
  let reports = 0
  let size = 0
  for await (const line of lines) {
    batch.push(line)
    reports += hasReport(line) ? 1 : 0
    size += 'report' in line ? line.report.text.length : 0
    if (reports >= REPORTS || batch.length >= LINES || size >= CHARACTERS) {
      yield { ...rest, lines: batch }
      batch = []
      reports = 0
      size = 0
    }
  }
  if (batch.length > 0) yield { ...rest, lines: batch }
}

const workerFile = fileURLToPath(new URL('./worker.mjs', import.meta.url))

/** Threads that read. */
export interface Threads {
  run(task: Task): Promise<OutputLine[]>
  close(): Promise<void>
}

/** From the sources, where no worker is bundled: report by report in this thread, which answers others in between. */
async function inTurns(task: Task): Promise<OutputLine[]> {
  const answers: OutputLine[] = []
  for (const line of task.lines) {
    await setImmediate()
    answers.push(...work({ ...task, lines: [line] }))
  }
  return answers
}

/** `worker`: the bundled worker.mjs that each thread runs. */
export function openThreads(threads: number, worker = workerFile): Threads {
  if (!existsSync(worker)) return { run: inTurns, close: async () => undefined }
  const pool = new Piscina<Task, OutputLine[]>({ filename: worker, minThreads: threads, maxThreads: threads })
  return {
    run: (task) => (task.lines.some(hasReport) ? pool.run(task) : inTurns(task)),
    close: () => pool.destroy(),
  }
}

/** Work on the tasks in threads, answers in the order of the input; at most two tasks a thread are held at a time. */
async function* inThreads(queue: AsyncGenerator<Task>, threads: number): AsyncGenerator<OutputLine> {
  const pool = openThreads(threads)
  const waiting: Promise<OutputLine[]>[] = []
  try {
    for await (const task of queue) {
      const running = pool.run(task)
      running.catch(() => undefined)
      waiting.push(running)
      if (waiting.length >= threads * 2) yield* await waiting.shift()!
    }
    while (waiting.length > 0) yield* await waiting.shift()!
  } finally {
    await pool.close()
  }
}

/**
 * JSON Lines in, JSON Lines out, in input order and constant memory. A small input is read in this thread: starting
 * another costs more than it saves. (From the sources, where no worker is bundled, all is read in this thread.)
 */
export async function* streamLines(lines: AsyncIterable<InputLine>, options: Options): AsyncGenerator<OutputLine> {
  const queue = tasks(lines, options)
  const first = await queue.next()
  if (first.done) return
  const second = await queue.next()
  async function* all(): AsyncGenerator<Task> {
    yield first.value as Task
    if (second.done) return
    yield second.value
    yield* queue
  }
  if (second.done || options.threads <= 1 || !existsSync(workerFile)) {
    for await (const task of all()) yield* work(task)
  } else yield* inThreads(all(), options.threads)
}
