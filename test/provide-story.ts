import type { TestProject } from 'vitest/node'
import { readStory, type StoryReading } from './story-readings.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The readings of the worked story, made by this run of the tests from the sources as they are. */
    story: readonly StoryReading[]
  }
}

/** Many files need the story in a ledger of their own: it is read once, and each file keeps what was read. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('story', await readStory())
}
