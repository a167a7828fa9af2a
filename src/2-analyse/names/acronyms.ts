import type { Token } from '../../model/analysis.ts'
import { coverage, type NameDraft, type Refiner, settle } from './draft.ts'
import { isCapital } from './word.ts'

const ACRONYM = /^\p{Lu}[\p{L}\d&/-]{1,9}$/u
const SMALL = /^(?:of|the|for|and|in|on|to|de|del|la|a|&|-|')$/i
const LONGEST = 12

const isAcronym = (text: string): boolean => ACRONYM.test(text) && (text.match(/\p{Lu}/gu) ?? []).length >= 2

/** Where the words begin whose initials make the acronym that stands in brackets after them; -1 where none do. */
function spelledOut(tokens: readonly Token[], end: number, acronym: string, floor: number): number {
  const letters = [...acronym.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
  let left = letters.length
  for (let k = end; k >= floor && k > end - LONGEST; k--) {
    const { text } = tokens[k]!
    const initial = text.charAt(0).toLowerCase()
    if (left > 0 && initial === letters[left - 1]) {
      left--
      if (left === 0) return isCapital(text) ? k : -1
    } else if (!SMALL.test(text)) return -1
  }
  return -1
}

/** "Northern Relief Council (NRC)": the acronym is the name's other form and shares its type, and proves where it begins. */
export const readAcronyms: Refiner = (drafts, { tokens, sentences }) => {
  const owner = coverage(drafts, tokens)
  const found: NameDraft[] = []
  for (let k = 1; k + 2 < tokens.length; k++) {
    const acronym = tokens[k + 1]!
    if (tokens[k]!.text !== '(' || tokens[k + 2]!.text !== ')' || !isAcronym(acronym.text)) continue
    const before = drafts[owner[k - 1]!]
    const first = spelledOut(tokens, k - 1, acronym.text, sentences[acronym.sentence]!.first)
    const type =
      before?.type === 'person' || before?.type === 'place' || before === undefined ? 'organization' : before.type
    const long = first >= 0 && first < k - 1 ? { ...kept(before), first, last: k - 1, type } : null
    if (long !== null) found.push(long)
    if (long !== null || before?.type === 'organization')
      found.push({ ...kept(long ?? before), first: k + 1, last: k + 1, type: 'organization' })
  }
  return settle([...found, ...drafts], tokens.length)
}

const kept = (draft: NameDraft | null | undefined): Pick<NameDraft, 'subtype' | 'links'> => ({
  ...(draft?.subtype === undefined || draft.type !== 'organization' ? {} : { subtype: draft.subtype }),
  ...(draft?.links === undefined || draft.type !== 'organization' ? {} : { links: draft.links }),
})
