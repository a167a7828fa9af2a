import type { Token } from '../../model/analysis.ts'
import { isListed } from '../../vocabulary/names-model.ts'
import { coverage, type NameDraft, type Refiner, type Scene, settle, textOf } from './draft.ts'
import { isCapital } from './word.ts'

/** Small words inside and before surnames. */
const PARTICLE =
  /^(?:al|el|Al|El|bin|ibn|bint|ben|Bin|Ibn|abu|Abu|von|van|Von|Van|de|De|der|den|ter|di|Di|da|Da|dos|do|del|Del|du|Du|Le|La|St\.|Mac|Bar)$/
/** "of the Hague": these are also words of other tongues' place names, so only a given name before them tells a person. */
const ARABIC = /^(?:al|el|Al|El|bin|ibn|bint|Bin|Ibn)$/

const isProper = ({ text, upos }: Token): boolean => isCapital(text) && upos === 'PROPN'

/** Where the particles before a token begin; its own index where there are none. A hyphen may stand after one ("al-"). */
function particlesBefore(tokens: readonly Token[], first: number, floor: number): number {
  let start = first
  while (start > floor) {
    const hyphen = tokens[start - 1]!.text === '-' && start - 2 >= floor
    const at = hyphen ? start - 2 : start - 1
    if (!PARTICLE.test(tokens[at]!.text) || tokens[at]!.upos === 'DET') break
    start = at
  }
  return start
}

const isGivenName = (token: Token | undefined, { names }: Scene): boolean =>
  token !== undefined && isProper(token) && isListed(names.model.lists, token.text, ['first-name'])

/** "bin Laden", "Marine Le Pen": the particles before a surname belong to it, and the given names before them. */
function extended(draft: NameDraft, scene: Scene, owner: Int32Array): NameDraft {
  const { tokens, sentences } = scene
  const floor = sentences[tokens[draft.first]!.sentence]!.first
  let first = particlesBefore(tokens, draft.first, floor)
  if (first === draft.first) return draft
  while (first > floor && isGivenName(tokens[first - 1], scene) && owner[first - 1] === -1) first--
  return owner.subarray(first, draft.first).every((k) => k === -1) ? { ...draft, first } : draft
}

/** "al-Shabaab", "al-Raqqah": a hyphened article belongs to the name, whatever it names. */
function withArticle(draft: NameDraft, { tokens, sentences }: Scene, owner: Int32Array): NameDraft {
  const first = draft.first - 2
  if (first < sentences[tokens[draft.first]!.sentence]!.first || tokens[draft.first - 1]!.text !== '-') return draft
  const free = owner[first] === -1 && owner[first + 1] === -1
  return free && ARABIC.test(tokens[first]!.text) ? { ...draft, first } : draft
}

/** "Bashar al-Assad": a given name and an Arabic particle make a person of what the model took for something else. */
function isPersonal({ first, last }: NameDraft, scene: Scene): boolean {
  const { tokens } = scene
  return last > first + 1 && isGivenName(tokens[first], scene) && ARABIC.test(tokens[first + 1]!.text)
}

export const joinParticles: Refiner = (drafts, scene) => {
  const owner = coverage(drafts, scene.tokens)
  const joined = drafts.map((draft) => {
    const open = draft.links === undefined && draft.subtype === undefined
    const person = open && draft.type !== 'person' && isPersonal(draft, scene) && !isKnownPlace(draft, scene)
    if (person) return { ...draft, type: 'person' as const }
    return draft.type === 'person' ? extended(draft, scene, owner) : withArticle(draft, scene, owner)
  })
  return settle(joined, scene.tokens.length)
}

const isKnownPlace = (draft: NameDraft, { tokens, names }: Scene): boolean =>
  isListed(names.model.lists, textOf(tokens, draft), ['city', 'town', 'capital', 'region'])
