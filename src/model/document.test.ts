import { describe, expect, it } from 'vitest'
import { readEnd } from './document.ts'

describe('reading ends', () => {
  it.each([
    ['with the text', 'one two', 7, 7],
    ['after a line', 'one\ntwo three', 9, 3],
    ['after a word', 'one two three', 9, 7],
    ['anywhere in one long word', 'a'.repeat(9000), 5000, 5000],
    ['never inside a character', '😀'.repeat(3000), 4001, 4000],
  ])('%s', (_where, text, limit, end) => {
    expect(readEnd(text, limit)).toBe(end)
  })
})
