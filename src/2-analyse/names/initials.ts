import type { Token } from '../../model/analysis.ts'
import { coverage, type NameDraft, type Refiner, settle } from './draft.ts'
import { isCapital } from './word.ts'

const INITIAL = /^(?:\p{Lu}\.){1,3}$/u
const SURNAME = /^\p{Lu}[\p{L}'’-]*\p{Ll}/u
/** What a town's or company's name begins with is no initial. */
const FREE: ReadonlySet<string> = new Set(['person', 'place', 'other'])

const isSurname = ({ text, upos }: Token): boolean => isCapital(text) && SURNAME.test(text) && upos === 'PROPN'

/** "M. Butcher": initials before a name belong to a person. */
export const joinInitials: Refiner = (drafts, { tokens }) => {
  const owner = coverage(drafts, tokens)
  const found: NameDraft[] = []
  for (let k = 0; k + 1 < tokens.length; k++) {
    const next = tokens[k + 1]!
    if (owner[k] !== -1 || !INITIAL.test(tokens[k]!.text) || next.sentence !== tokens[k]!.sentence || !isSurname(next))
      continue
    const draft = drafts[owner[k + 1]!]
    if (draft === undefined) found.push({ first: k, last: k + 1, type: 'person' })
    else if (FREE.has(draft.type) && draft.first === k + 1 && draft.links === undefined)
      found.push({ first: k, last: draft.last, type: 'person' })
  }
  return settle([...found, ...drafts], tokens.length)
}
