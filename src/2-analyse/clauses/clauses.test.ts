import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { parse } from '../encode/index.ts'
import { tokenise } from '../tokens/index.ts'
import { findClauses } from './index.ts'

const vocabulary = loadVocabulary('en')

/** Each clause as "lemma(role=words …)" with what marks it, one a line. */
function clausesOf(text: string): string[] {
  const parsed = parse({ id: 'test', language: 'en', text }, tokenise(text, vocabulary), vocabulary)
  return findClauses(parsed, vocabulary).map((c) => {
    const roles = c.arguments.map(
      (a) => `${a.preposition ?? a.role}${a.implied ? '*' : ''}=${text.slice(a.span.start, a.span.end)}`,
    )
    const marks = [
      c.light && `<${c.light}>`,
      c.passive && 'passive',
      c.negation.length > 0 && 'not',
      c.tense !== 'none' && c.tense,
      ...c.auxiliaries,
    ]
    return [`${c.lemma}(${roles.join(', ')})`, ...marks.filter(Boolean)].join(' ')
  })
}

// Sentence; clauses that must be among those found.
const TABLE: readonly (readonly [string, readonly string[]])[] = [
  [
    'Arendia signed a truce with Borland.',
    ['sign(subject=Arendia, object=a truce with Borland) past', 'truce(with=Borland)'],
  ],
  ['Talks between Arendia and Borland were held in Orsk.', ['talk(in=Orsk, between=Arendia) <hold> passive past be']],
  [
    'The coalition carried out three airstrikes on the camp.',
    ['airstrike(subject=The coalition, on=the camp) <carry out> past'],
  ],
  [
    'Sanctions were imposed on Cassia by the council.',
    ['sanction(on=Cassia, subject=the council) <impose> passive past be'],
  ],
  ['The minister urged Borland to withdraw its troops.', ['withdraw(object=its troops, subject*=Borland)']],
  [
    'Velmar vowed to strike back and has not ruled out an invasion.',
    ['strike(subject*=Velmar)', 'rule out(object=an invasion, subject*=Velmar) not present have'],
  ],
  [
    'The group was trained and equipped by Borland.',
    [
      'train(object=The group, subject*=Borland) passive past be',
      'equip(subject=Borland, object*=The group) passive past be',
    ],
  ],
  // a verb that rows name has its lemma though it is seldom seen
  ['Rebels besieged the town.', ['besiege(subject=Rebels, object=the town) past']],
  ['The plane was hit and crashed.', ['crash(subject*=The plane) past']],
  [
    'Arendia will arm and train the rebels.',
    ['arm(subject=Arendia, object=the rebels) future will', 'train(object*=the rebels, subject*=Arendia) future will'],
  ],
  ['The U.S.-led coalition grew.', ['lead(subject=U.S., object*=The U.S.-led coalition) passive']],
  [
    'No ministers attended the meeting and nobody signed the accord.',
    ['sign(subject=nobody, object=the accord) not past'],
  ],
  [
    'Officers who guarded the bridge were killed.',
    ['guard(subject*=Officers who guarded the bridge, object=the bridge) past'],
  ],
  ["Borland's attack on Cassia killed nine officers.", ['attack(possessor=Borland, on=Cassia)']],
  ['Arendia is a member of the coalition.', ['member(subject=Arendia, of=the coalition) present']],
]

describe('findClauses', () => {
  it.each(TABLE)('%s', (text, expected) => {
    const found = clausesOf(text)
    for (const clause of expected) expect(found).toContain(clause)
  })

  it('keeps spans inside the text and on whole words', () => {
    const text = 'He said (on Monday) that the Free Guard (FG), which holds Orsk, "would not" leave.'
    const parsed = parse({ id: 'test', language: 'en', text }, tokenise(text, vocabulary), vocabulary)
    const starts = new Set(parsed.tokens.map((t) => t.start))
    const ends = new Set(parsed.tokens.map((t) => t.end))
    for (const clause of findClauses(parsed, vocabulary)) {
      for (const span of [clause.span, clause.core, ...clause.arguments.map((a) => a.span)]) {
        expect(starts.has(span.start) && ends.has(span.end) && span.start < span.end).toBe(true)
      }
    }
  })
})
