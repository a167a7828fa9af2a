import type { Token } from '../../model/analysis.ts'
import { continueHash, finishHash, PHRASE_START, phrasePiece } from '../../vocabulary/hash.ts'
import type { KnownName, KnownNames } from '../../vocabulary/known-names.ts'
import { coverage, type NameDraft, type Refiner, type Scene, settle } from './draft.ts'
import { isCapital } from './word.ts'

const LONGEST = 8

interface Match {
  readonly first: number
  readonly last: number
  readonly readings: readonly KnownName[]
}

/** The longest known names of a sentence, from left to right. */
function matchesIn(tokens: readonly Token[], first: number, last: number, known: KnownNames): Match[] {
  const matches: Match[] = []
  for (let start = first; start <= last; start++) {
    const match =
      isCapital(tokens[start]!.text) || tokens[start]!.text.startsWith('al')
        ? longest(tokens, start, last, known)
        : null
    if (match === null) continue
    matches.push(match)
    start = match.last
  }
  return matches
}

function longest(tokens: readonly Token[], start: number, limit: number, known: KnownNames): Match | null {
  let state = PHRASE_START
  let best: Match | null = null
  for (let end = start; end <= limit && end < start + LONGEST; end++) {
    const piece = phrasePiece(tokens[end]!.text)
    state = continueHash(state, piece)
    if (piece === '') continue
    const readings = known.get(finishHash(state))?.filter((reading) => sameCase(reading, tokens, start, end))
    if (readings !== undefined && readings.length > 0) best = { first: start, last: end, readings }
  }
  return best
}

/** A form that is another word in other case must stand as it is known; any other must be capitalised. */
function sameCase({ form, exact }: KnownName, tokens: readonly Token[], first: number, last: number): boolean {
  if (!exact)
    return (
      isCapital(tokens[first]!.text) && (last === first || isCapital(tokens[last]!.text) || !isCapital(lastWord(form)))
    )
  const written = tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join('')
  return squeezed(written) === squeezed(form)
}
const lastWord = (form: string): string => form.slice(form.lastIndexOf(' ') + 1)
const squeezed = (text: string): string => text.replace(/[\s'’‘-]/g, '')

/** A noun, or an adjective where the name is of a people: the tagger must not see a common word. */
const mayName = (token: Token, reading: KnownName): boolean =>
  token.upos === 'PROPN' || token.upos === 'ADJ' || (reading.type === 'nationality' && token.upos === 'NOUN')

const fromReading = ({ first, last }: Match, { type, subtype, links }: KnownName): NameDraft => ({
  first,
  last,
  type,
  ...(subtype === undefined ? {} : { subtype }),
  ...(Object.keys(links).length === 0 ? {} : { links }),
})

/** The known name in place of what the model made of the same words, or beside it where it found nothing. */
function decide(match: Match, found: readonly NameDraft[], scene: Scene): NameDraft | null {
  const same = found.find((draft) => draft.first === match.first && draft.last === match.last)
  if (same !== undefined) {
    const agreeing = match.readings.find((reading) => reading.type === same.type)
    if (agreeing !== undefined) return fromReading(match, agreeing)
    const strong = match.readings.find((reading) => reading.strong)
    // "Jordan", "Chad": a place that the model takes for a person is left to the rest of the document.
    return strong === undefined || (same.type === 'person' && strong.type === 'place')
      ? null
      : fromReading(match, strong)
  }
  const strong = match.readings.find((reading) => reading.strong)
  if (strong === undefined || !mayName(scene.tokens[match.last]!, strong)) return null
  const inside = found.every((draft) => draft.first >= match.first && draft.last <= match.last)
  return inside || found.every((draft) => swallows(draft, strong) && !isGivenName(match, draft, strong, scene))
    ? fromReading(match, strong)
    : null
}

/** "Petra Solm": an agency that is called as a person may be, where a surname follows. */
const isGivenName = ({ first, last }: Match, draft: NameDraft, { subtype }: KnownName, { tokens }: Scene): boolean =>
  subtype === 'media' &&
  first === last &&
  first === draft.first &&
  last < draft.last &&
  /\p{Ll}/u.test(tokens[first]!.text)

/** "Counter ISIL Brett McGurk": a person's name cannot hold an organisation's; what is left of it stands by itself. */
const swallows = (draft: NameDraft, { type, subtype }: KnownName): boolean =>
  draft.type === 'person' && type === 'organization' && subtype !== 'company'

/** What is left of a draft beside the names that took a part of it, where it begins with a capital. */
function remainders(drafts: readonly NameDraft[], taken: readonly NameDraft[], { tokens }: Scene): NameDraft[] {
  const owner = coverage(taken, tokens)
  return drafts.flatMap((draft) => {
    let first = draft.first
    while (first <= draft.last && (owner[first] !== -1 || !isCapital(tokens[first]!.text))) first++
    let last = first
    while (last < draft.last && owner[last + 1] === -1) last++
    return first > draft.last || (first === draft.first && last === draft.last) ? [] : [{ ...draft, first, last }]
  })
}

/** Names that the lists hold: found where the model found none, and set right where it took a part of one or its type. */
export const useKnownNames: Refiner = (drafts, scene) => {
  const owner = coverage(drafts, scene.tokens)
  const corrected = scene.sentences.flatMap(({ first, last }) =>
    matchesIn(scene.tokens, first, last, scene.names.known).flatMap((match) => {
      const indexes = new Set(owner.subarray(match.first, match.last + 1))
      const found = [...indexes].flatMap((index) => (index < 0 ? [] : [drafts[index]!]))
      return decide(match, found, scene) ?? []
    }),
  )
  const cut = remainders(
    drafts.filter((draft) => draft.type === 'person'),
    corrected,
    scene,
  )
  return settle([...corrected, ...drafts, ...cut], scene.tokens.length)
}
