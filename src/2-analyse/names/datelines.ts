import { isListed } from '../../vocabulary/names-model.ts'
import { coverage, type NameDraft, type Refiner, settle, textOf } from './draft.ts'

const DASH = /^(?:—|–|--+|-)$/
const LONGEST = 3
const LISTS = ['capital', 'city', 'town', 'region', 'state'] as const

const isShouted = (text: string): boolean => /^[\p{Lu}.'’-]{2,}$/u.test(text)

/** "VELMAR — A court …": the place in capitals that a report opens with. */
export const readDatelines: Refiner = (drafts, { tokens, sentences, names }) => {
  const owner = coverage(drafts, tokens)
  const found = sentences.flatMap(({ first, last }): NameDraft[] => {
    let end = first
    while (end < last && end - first < LONGEST && isShouted(tokens[end]!.text)) end++
    if (end === first || !DASH.test(tokens[end]!.text)) return []
    const range = { first, last: end - 1 }
    if (drafts[owner[first]!]?.type === 'place' || !isListed(names.model.lists, textOf(tokens, range), LISTS)) return []
    return [{ ...range, type: 'place' }]
  })
  return settle([...found, ...drafts], tokens.length)
}
