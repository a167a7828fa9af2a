import type { Analysis } from '../../model/analysis.ts'
import type { Actor } from '../../model/reading.ts'
import type { ActorId } from '../../model/records.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { takeChains } from './chains.ts'
import { tieGovernments } from './governments.ts'
import { joinDescriptions, joinKinds } from './join.ts'
import { locateActors } from './locate.ts'
import { pointTokens } from './pointers.ts'
import { takePolities } from './polities.ts'
import { Register } from './register.ts'
import { States, takeCapitals, takeNationalities, tieCountries, tieToStates } from './states.ts'
import { takeVoices } from './voices.ts'
import { indexWords, relation } from './words.ts'

export interface ActorIndex {
  /** In order of first mention. */
  readonly actors: readonly Actor[]
  /** The actor that the phrase headed by a token stands for, or null. */
  at(token: number): ActorId | null
  /** The actors of a phrase and of its conjuncts, in text order; those of a pronoun that stands for several. */
  all(token: number): readonly ActorId[]
}

/** The actors of a document: of its chains, of adjectives of nations, of descriptions; and which token stands for whom. */
export function buildActors(analysis: Analysis, vocabulary: Vocabulary): ActorIndex {
  const words = indexWords(analysis)
  const register = new Register(analysis.tokens.length)
  const several = takeChains(register, words, analysis, vocabulary)
  takePolities(register, words, vocabulary)
  const states = new States(register, words)
  takeNationalities(register, states, words, analysis, vocabulary)
  tieToStates(register, states, words, vocabulary)
  tieGovernments(register, states, words, vocabulary)
  tieCountries(register, states, words, vocabulary)
  takeCapitals(register, states, words, analysis, vocabulary)
  takeVoices(register, words, analysis, vocabulary)
  joinKinds(register, words, vocabulary)
  joinDescriptions(register, words, vocabulary)
  pointTokens(register, words, analysis, vocabulary)
  const { actors, at } = register.finish()
  const conjuncts = (token: number): number[] => {
    const found = [token]
    for (let k = 0; k < found.length; k++)
      for (const child of words.children(found[k]!)) if (relation(words.tokens[child]!) === 'conj') found.push(child)
    return found.sort((a, b) => a - b)
  }
  const all = (token: number): ActorId[] => {
    const heads = conjuncts(token).flatMap((head) => several.get(head) ?? [head])
    return [...new Set(heads.flatMap((head) => at(head) ?? []))]
  }
  return { actors: locateActors(actors, analysis), at, all }
}
