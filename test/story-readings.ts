import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from '../src/model/index.ts'
import { createReader } from '../src/read.ts'
import { ROOT } from './program.ts'

const STORY = path.join(ROOT, 'samples', 'story')

export interface StoryReading {
  /** Of the report's file, which begins with its number. */
  readonly name: string
  readonly reading: Reading
  /** The evening of the day it was published, in milliseconds: when it is recorded. */
  readonly evening: number
}

/** Reads the reports of the worked story, in their order. */
export async function readStory(): Promise<readonly StoryReading[]> {
  const reader = createReader()
  const readings: StoryReading[] = []
  for (const name of readdirSync(STORY).sort()) {
    const reading = reader.readReceived(await reader.receive(readFileSync(path.join(STORY, name))))
    readings.push({ name, reading, evening: Date.parse(`${reading.document.publishedAt}T18:00:00Z`) })
  }
  return readings
}
