import { describe, expect, it } from 'vitest'
import { createReader } from '../../read.ts'

const reader = createReader()

/** The word that the first word of a sentence like `time` hangs on. */
function governorOf(text: string, time: string): string {
  const { tokens } = reader.analyse({ text, publishedAt: '2024-05-15' })
  const at = tokens.findIndex((token) => token.text === time)
  return tokens[tokens[at]!.head]!.text
}

// Sentence; word of time; what it says the time of.
const TABLE: readonly (readonly [string, string, string])[] = [
  ['Denmark said last week it would bring home its soldiers.', 'week', 'said'],
  ['Iran said on Monday troops would leave on Friday.', 'Monday', 'said'],
  ['Iran said on Monday troops would leave on Friday.', 'Friday', 'leave'],
  ['Iran said that troops left last week.', 'week', 'left'],
  ['Ana Reyes praised Monday talks.', 'Monday', 'talks'],
]

describe('a time between a saying and what is said is the time of the saying', () => {
  it.each(TABLE)('%s %s', (text, time, verb) => expect(governorOf(text, time)).toBe(verb))
})
