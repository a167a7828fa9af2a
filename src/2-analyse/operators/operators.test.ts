import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { analyse } from '../index.ts'

const vocabulary = loadVocabulary('en')
const fold = (text: string) => analyse({ id: 'test', language: 'en', text }, vocabulary)

// Sentence; word of the predicate; certainty, polarity, realis.
const TABLE: readonly (readonly [string, string, string])[] = [
  ['Arendia struck the port.', 'struck', 'certain affirmed actual'],
  ['Arendia did not strike the port.', 'strike', 'certain denied actual'],
  ['Arendia has never struck the port.', 'struck', 'certain denied actual'],
  ['Arendia may not strike the port.', 'strike', 'possible denied actual'],
  ['Arendia will probably strike the port.', 'strike', 'probable affirmed future'],
  ['Arendia is going to strike the port.', 'strike', 'certain affirmed future'],
  ['Arendia was to strike the port.', 'strike', 'certain affirmed future'],
  ['The ministers are due to meet in Tarn.', 'meet', 'certain affirmed future'],
  ['The ships were to be searched.', 'searched', 'certain affirmed future'],
  ['Arendia will have to leave the port.', 'leave', 'possible affirmed future'],
  ['Arendia had to leave the port.', 'leave', 'certain affirmed actual'],
  ['Under the accord Arendia is obliged to leave the port.', 'leave', 'possible affirmed future'],
  // what a source says flatly is certain, whatever the writer thinks of it
  ['The rebels claimed that Arendia struck the port.', 'struck', 'certain affirmed actual'],
  ['The rebels denied that Arendia struck the port.', 'struck', 'certain denied actual'],
  ['The envoy did not say that Arendia struck the port.', 'struck', 'unknown affirmed actual'],
  ['The envoy said that Arendia may strike the port.', 'strike', 'possible affirmed actual'],
  ['The envoy said that Arendia would strike the port.', 'strike', 'certain affirmed future'],
  ['The judge asked whether Arendia struck the port.', 'struck', 'unknown affirmed actual'],
  ['The envoy hinted that Arendia struck the port.', 'struck', 'possible affirmed actual'],
  // attitudes
  ['Analysts believe that Arendia struck the port.', 'struck', 'probable affirmed actual'],
  ['The envoy did not know that Arendia struck the port.', 'struck', 'certain affirmed actual'],
  ['Diplomats doubt that Arendia struck the port.', 'struck', 'probable denied actual'],
  // implicatives, alone and one under the other
  ['The crew managed to leave.', 'leave', 'certain affirmed actual'],
  ['The crew failed to leave.', 'leave', 'certain denied actual'],
  ['The crew did not fail to leave.', 'leave', 'certain affirmed actual'],
  ['The crew did not manage to leave.', 'leave', 'certain denied actual'],
  ['The envoy denied that the crew managed to leave.', 'leave', 'certain denied actual'],
  ['The crew refused to try to leave.', 'leave', 'possible denied actual'],
  ['Borland plans to begin to withdraw its troops.', 'withdraw', 'probable affirmed future'],
  // nouns on the way
  ['The pact opens the chance to leave.', 'leave', 'possible affirmed actual'],
  ['Borland feared the risk of an attack.', 'attack', 'possible affirmed actual'],
  // conditions, purposes
  ['If Cassia attacks, Velmar will answer.', 'attacks', 'certain affirmed hypothetical'],
  ['Cassia sent troops to guard the dam.', 'guard', 'possible affirmed future'],
  ['Cassia sent troops because the dam collapsed.', 'collapsed', 'certain affirmed actual'],
  ['Did Cassia attack the dam?', 'attack', 'unknown affirmed actual'],
  // what goes on is so, whatever is to come
  ['Velmar will not talk while its villages are being shelled.', 'shelled', 'certain affirmed actual'],
  ['Velmar will leave because its troops are starving.', 'starving', 'certain affirmed actual'],
  ['Velmar will talk when its villages are being rebuilt.', 'rebuilt', 'certain affirmed future'],
  ['Velmar will not talk until the sides exchange prisoners.', 'exchange', 'certain affirmed future'],
  // a noun is not denied with the verb beside it
  ['Velmar did not attend the meeting.', 'meeting', 'certain affirmed actual'],
]

describe('foldOperators', () => {
  it.each(TABLE)('%s: %s', (text, word, expected) => {
    const found = fold(text).predicates.find(({ start, end }) => text.slice(start, end) === word)
    expect(found && `${found.certainty} ${found.polarity} ${found.realis}`).toBe(expected)
  })

  it('gives one predicate for each clause, with the attribution in whose content it stands', () => {
    const { clauses, predicates, attributions } = fold('Reuters reported that the envoy said the fleet had left.')
    expect(predicates.map(({ token }) => token)).toEqual(clauses.map(({ head }) => head))
    const within = Object.fromEntries(predicates.map(({ lemma, attribution }) => [lemma, attribution]))
    expect(attributions).toHaveLength(2)
    expect(within).toEqual({ report: undefined, say: 0, leave: 1 })
  })

  it('names the words that settled it', () => {
    const text = 'The crew may have failed to leave.'
    const leave = fold(text).predicates.find(({ lemma }) => lemma === 'leave')
    expect(leave?.cues.map(({ start, end }) => text.slice(start, end))).toEqual(['may', 'failed'])
  })
})
