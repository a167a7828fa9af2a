import { createReader, type Reader } from '../../read.ts'
import { type OutputLine, runTask, type Task } from './batch.ts'

let reader: Reader | undefined

/** The reader of this thread. */
export const readerHere = (): Reader => (reader ??= createReader())

/** What a worker thread does with a task; the vocabulary is loaded once in each thread. */
export default function work(task: Task): OutputLine[] {
  return runTask(readerHere(), task)
}
