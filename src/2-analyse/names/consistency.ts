import type { EntityType, Token } from '../../model/analysis.ts'
import { coverage, type NameDraft, type Refiner, type Scene, settle, textOf } from './draft.ts'
import { isCapital } from './word.ts'

/** A type that outweighs the others so many times takes the whole document's occurrences of a name. */
const MAJORITY = 2
const SHORTEST_SURNAME = 3
const LONGEST = 8
const SPREADING: ReadonlySet<EntityType> = new Set(['person', 'organization', 'place', 'agreement'])

/** Headlines in capitals speak of the same names. */
const keyOf = (tokens: readonly Token[], span: Pick<NameDraft, 'first' | 'last'>): string =>
  textOf(tokens, span).toLowerCase()

/** Names that stand in no list: the lists' word is final. */
const isOpen = (draft: NameDraft): boolean => draft.links === undefined && draft.subtype === undefined

function majorities(drafts: readonly NameDraft[], tokens: readonly Token[]): Map<string, NameDraft> {
  const votes = new Map<string, NameDraft[]>()
  for (const draft of drafts) {
    const key = keyOf(tokens, draft)
    const cast = votes.get(key)
    if (cast === undefined) votes.set(key, [draft])
    else cast.push(draft)
  }
  const winners = new Map<string, NameDraft>()
  for (const [key, cast] of votes) {
    const counts = new Map<EntityType, number>()
    for (const { type } of cast) counts.set(type, (counts.get(type) ?? 0) + 1)
    const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
    if (best && best[1] >= MAJORITY * (second?.[1] ?? 0))
      winners.set(
        key,
        cast.find((draft) => draft.type === best[0] && !isOpen(draft)) ?? cast.find((draft) => draft.type === best[0])!,
      )
  }
  return winners
}

/** The last and, where nothing else claims it, the first word of each person's full name. */
function surnames(drafts: readonly NameDraft[], { tokens }: Scene): Map<string, NameDraft> {
  const known = new Map<string, NameDraft>()
  for (const draft of drafts) {
    if (draft.type !== 'person' || draft.first === draft.last) continue
    const surname = tokens[draft.last]!.text
    if (surname.length >= SHORTEST_SURNAME && isCapital(surname)) known.set(surname.toLowerCase(), draft)
  }
  return known
}

/** "Mahan" of "Mahan Air": a company without the word that tells its trade or form. */
function shortForms(drafts: readonly NameDraft[], { tokens, names }: Scene): Map<string, NameDraft> {
  const trades = new Set(names.words.flatMap((row) => (row.subtype === 'company' ? row.forms : [])))
  const known = new Map<string, NameDraft>()
  for (const draft of drafts) {
    const [short, trade] = [tokens[draft.first]!.text, tokens[draft.last]!.text]
    if (draft.type === 'organization' && draft.last === draft.first + 1 && trades.has(trade) && short.length > 3)
      known.set(short.toLowerCase(), { ...draft, subtype: 'company' })
  }
  return known
}

/** One name has one type in a document, and a surname is the person's whose full name stands there. */
export const agreeTypes: Refiner = (drafts, scene) => {
  const { tokens } = scene
  const winners = majorities(drafts, tokens)
  const people = surnames(drafts, scene)
  const companies = shortForms(drafts, scene)
  return drafts.map((draft) => {
    if (!isOpen(draft)) return draft
    const { first, last } = draft
    const company = first === last ? companies.get(keyOf(tokens, draft)) : undefined
    if (company !== undefined) return { ...company, first, last }
    if (first === last && draft.type !== 'person' && people.has(keyOf(tokens, draft)))
      return { first, last, type: 'person' }
    const winner = winners.get(keyOf(tokens, draft))
    return winner === undefined || winner.type === draft.type ? draft : { ...winner, first, last }
  })
}

/** Names found once are found wherever else they stand, and surnames of persons by themselves. */
export const spreadNames: Refiner = (drafts, scene) => {
  const { tokens, sentences } = scene
  const names = spreadable(drafts, scene)
  const owner = coverage(drafts, tokens)
  const lowered = new Set(tokens.filter(({ text }) => !isCapital(text)).map(({ text }) => text))
  const added: NameDraft[] = []
  for (const sentence of sentences)
    for (let first = sentence.first; first <= sentence.last; first++) {
      if (owner[first] !== -1 || !isCapital(tokens[first]!.text)) continue
      for (let last = Math.min(sentence.last, first + LONGEST - 1); last >= first; last--) {
        const name = names.get(keyOf(tokens, { first, last }))
        if (name === undefined || owner.subarray(first, last + 1).some((k) => k !== -1)) continue
        if (first === last && (tokens[first]!.upos !== 'PROPN' || lowered.has(tokens[first]!.text.toLowerCase())))
          continue
        added.push({ ...name, first, last })
        first = last
        break
      }
    }
  return settle([...drafts, ...added], tokens.length)
}

/** Names of several words, and of one word that were found twice, with the surnames of persons. */
function spreadable(drafts: readonly NameDraft[], scene: Scene): Map<string, NameDraft> {
  const names = new Map([...shortForms(drafts, scene), ...surnames(drafts, scene)])
  const counts = new Map<string, number>()
  for (const draft of drafts) {
    if (!SPREADING.has(draft.type)) continue
    const key = keyOf(scene.tokens, draft)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (draft.last > draft.first || count > 1 || !isOpen(draft)) names.set(key, draft)
  }
  return names
}
