import type { Token } from '../../model/analysis.ts'
import type { TeamRow } from '../../vocabulary/name-rows.ts'
import { coverage, type NameDraft, type Refiner, type Scene, settle, textOf } from './draft.ts'
import { isCapital } from './word.ts'

/** Different words of sport that make a report on sport. */
const GATE = 3
const SCORE = /^\d{1,3}$/
const PLACE_BEFORE = /^(?:in|at|near|from|outside)$/

type Cues = Readonly<Record<TeamRow['at'], ReadonlySet<string>>>

function cuesOf(rows: readonly TeamRow[]): Cues {
  const joined = (at: TeamRow['at']) => new Set(rows.filter((row) => row.at === at).flatMap((row) => [...row.forms]))
  return { gate: joined('gate'), after: joined('after'), before: joined('before') }
}

function isSport(tokens: readonly Token[], gate: ReadonlySet<string>): boolean {
  const seen = new Set<string>()
  for (const { text } of tokens) {
    const lower = text.toLowerCase()
    if (gate.has(lower)) seen.add(lower)
    if (seen.size >= GATE) return true
  }
  return false
}

const isVerb = ({ upos }: Token): boolean => upos === 'VERB' || upos === 'AUX'

/** Sentences that are lines of results: no verb, and a number after a name. */
const tablesOf = ({ tokens, sentences }: Scene): boolean[] =>
  sentences.map(({ first, last }) => {
    const words = tokens.slice(first, last + 1)
    return !words.some(isVerb) && words.some(({ text }, k) => k > 0 && SCORE.test(text))
  })

/** A draft that may be a team: a place that is no state, or what the model made nothing better of. */
const mayBeTeam = (draft: NameDraft): boolean =>
  (draft.type === 'place' && draft.subtype !== 'state') || draft.type === 'other'

/** One word that the model took for a person, at the start of a line of results. */
const opensTable = (draft: NameDraft, { tokens, sentences }: Scene): boolean =>
  draft.type === 'person' &&
  draft.first === draft.last &&
  sentences[tokens[draft.first]!.sentence]!.first === draft.first

const asTeam = ({ first, last }: Pick<NameDraft, 'first' | 'last'>): NameDraft => ({
  first,
  last,
  type: 'organization',
})

function inTable(draft: NameDraft, { tokens }: Scene, tables: readonly boolean[]): boolean {
  const { sentence } = tokens[draft.first]!
  const next = tokens[draft.last + 1]
  return next !== undefined && next.sentence === sentence && SCORE.test(next.text) && tables[sentence]!
}

function cued(draft: NameDraft, { tokens }: Scene, { after, before }: Cues): boolean {
  const [previous, next] = [tokens[draft.first - 1], tokens[draft.last + 1]]
  return after.has(next?.text.toLowerCase() ?? '') || before.has(previous?.text.toLowerCase() ?? '')
}

/** "Hanwha 58 1 49": a line of results begins with the team, known or not. */
function unfound(scene: Scene, owner: Int32Array, tables: readonly boolean[]): NameDraft[] {
  const { tokens, sentences } = scene
  return sentences.flatMap((sentence) => {
    let last = sentence.first
    if (!isCapital(tokens[last]!.text) || owner[last] !== -1) return []
    while (last < sentence.last && isCapital(tokens[last + 1]!.text) && owner[last + 1] === -1) last++
    const scores = [last + 1, last + 2].every((k) => k <= sentence.last && /^[\d.]+$/.test(tokens[k]!.text))
    return scores && tables[sentence.index]! && last - sentence.first < 3
      ? [asTeam({ first: sentence.first, last })]
      : []
  })
}

/** In reports on sport, towns that play are organisations. */
export const findTeams: Refiner = (drafts, scene) => {
  const cues = cuesOf(scene.names.teams)
  if (!isSport(scene.tokens, cues.gate)) return drafts
  const key = (draft: NameDraft) => textOf(scene.tokens, draft).toLowerCase()
  const tables = tablesOf(scene)
  const teams = new Set<string>()
  const shows = (draft: NameDraft): boolean =>
    mayBeTeam(draft)
      ? inTable(draft, scene, tables) || cued(draft, scene, cues)
      : opensTable(draft, scene) && inTable(draft, scene, tables)
  for (const draft of drafts) if (shows(draft)) teams.add(key(draft))
  const isTeam = (draft: NameDraft): boolean =>
    (mayBeTeam(draft) || opensTable(draft, scene)) &&
    teams.has(key(draft)) &&
    !PLACE_BEFORE.test(scene.tokens[draft.first - 1]?.text ?? '')
  const retyped = drafts.map((draft) => (isTeam(draft) ? asTeam(draft) : draft))
  return settle([...retyped, ...unfound(scene, coverage(drafts, scene.tokens), tables)], scene.tokens.length)
}
