import { createReader, type Reader } from '../../read.ts'
import { type OutputLine, runTask, type Task } from './batch.ts'

let reader: Reader | undefined

/** What a worker thread does with a task; the vocabulary is loaded once in each thread. */
export default function work(task: Task): OutputLine[] {
  reader ??= createReader()
  return runTask(reader, task)
}
