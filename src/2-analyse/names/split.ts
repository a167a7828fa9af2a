import type { Token } from '../../model/analysis.ts'
import { hashText } from '../../vocabulary/hash.ts'
import { isListed, type NameLists } from '../../vocabulary/names-model.ts'
import { type NameDraft, type Refiner, textOf } from './draft.ts'
import { wordKey } from './word.ts'

const BODIES = ['armed-group', 'party', 'organization'] as const
/** A habit of NameLists.proper: the word is mostly written with a capital. */
const CAPITALISED = 1

/** "Lebanese Hezbollah": an adjective of a state before an armed group that is known by one word. Parties keep theirs. */
function withoutAdjective(draft: NameDraft, tokens: readonly Token[], lists: NameLists): NameDraft[] | null {
  const { first, last } = draft
  if (last !== first + 1 || !isListed(lists, tokens[first]!.text, ['demonym'])) return null
  if (isListed(lists, textOf(tokens, draft), BODIES) || !isListed(lists, tokens[last]!.text, ['armed-group']))
    return null
  return [
    { first, last: first, type: 'nationality' },
    { ...draft, first: first + 1 },
  ]
}

/** "Volkswagen of Germany": one word that is always a name, and the state that it is from. */
function withoutState(draft: NameDraft, tokens: readonly Token[], lists: NameLists): NameDraft[] | null {
  const { first, last } = draft
  if (last < first + 2 || tokens[first + 1]!.text !== 'of') return null
  const own = lists.words.find(hashText(wordKey(tokens[first]!.text)))
  if (own < 0 || lists.proper[own] !== CAPITALISED || isListed(lists, tokens[first]!.text, ['head-word', 'place-word']))
    return null
  const [whole, state] = [textOf(tokens, draft), textOf(tokens, { first: first + 2, last })]
  if (isListed(lists, whole, BODIES) || !isListed(lists, state, ['state'])) return null
  return [
    { ...draft, last: first },
    { first: first + 2, last, type: 'place' },
  ]
}

const POSSESSIVE = /^['’]s$/

/** "Borland's Defence Ministry": whose it is, a state or a name that no list has, before a name of its own. */
function withoutOwner(draft: NameDraft, tokens: readonly Token[], lists: NameLists): NameDraft[] | null {
  const { first, last } = draft
  if (last < first + 2 || !POSSESSIVE.test(tokens[first + 1]!.text) || isListed(lists, textOf(tokens, draft), BODIES))
    return null
  const owner = tokens[first]!.text
  if (!isListed(lists, owner, ['state']) && lists.words.find(hashText(wordKey(owner))) >= 0) return null
  return [
    { first, last: first, type: 'place' },
    { ...draft, first: first + 2 },
  ]
}

const PARTINGS = [withoutAdjective, withoutState, withoutOwner]

/** Parts a body's name from what only says whose it is. */
export const splitBodies: Refiner = (drafts, { tokens, names }) =>
  drafts.flatMap((draft) => {
    if (draft.type !== 'organization') return [draft]
    for (const parted of PARTINGS) {
      const parts = parted(draft, tokens, names.model.lists)
      if (parts) return parts
    }
    return [draft]
  })
