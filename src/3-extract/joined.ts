import type { Token } from '../model/analysis.ts'

/** Whether a hyphen joins a number to the word behind it: "60-day", but not "twenty-nine". */
export const isJoined = (tokens: readonly Token[], number: number): boolean => {
  const [first, hyphen, word] = [tokens[number]!, tokens[number + 1], tokens[number + 2]]
  if (first.upos !== 'NUM' || hyphen?.xpos !== 'HYPH' || !word || word.upos === 'NUM') return false
  return hyphen.start === first.end && word.start === hyphen.end
}
