import { createReader, type Reader } from '../../read.ts'
import { type ReadingResult, type ReadingTask, runReading } from './reading-task.ts'

let reader: Reader | undefined

/** What a thread does with a report; the vocabulary is loaded once in each thread. */
export default function work(task: ReadingTask): Promise<ReadingResult> {
  reader ??= createReader()
  return runReading(reader, task)
}
