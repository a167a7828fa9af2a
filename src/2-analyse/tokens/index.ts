import type { RawSentence } from '../steps.ts'

export function tokenise(_text: string): RawSentence[] {
  return []
}
