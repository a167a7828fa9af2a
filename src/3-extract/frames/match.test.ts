import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createReader } from '../../read.ts'
import { FrameRow, loadFrames } from '../../vocabulary/frames.ts'
import { type LanguageData, loadVocabulary } from '../../vocabulary/index.ts'
import { buildContext } from '../build-context.ts'
import { matchFrames } from './match.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)
const GROUPS = [{ id: 'power', reason: 'r', types: ['state', 'military', 'armed-group'] }]
const SHAPES = [{ id: 'act', reason: 'r', roles: { actors: 'subject', recipients: 'object' } }]

function framesOf(rows: readonly object[]) {
  const filled = rows.map((row) => ({ reason: 'r', yes: ['y'], no: ['n', 'n'], ...row }))
  const files: Record<string, unknown> = {
    'rows.yaml': filled,
    'frames/shapes.yaml': SHAPES,
    'ontology/actor-groups.yaml': GROUPS,
  }
  const source = { rows: (name: string) => files[name], path: (name: string) => `data/en/${name}` } as LanguageData
  return loadFrames(source, ['rows.yaml'], FrameRow as z.ZodType<z.infer<typeof FrameRow>>)
}

function matchesIn(text: string, rows: readonly object[]) {
  const context = buildContext(reader.analyse({ text, publishedAt: '2024-05-15' }), vocabulary)
  const frames = framesOf(rows)
  const matches = context.analysis.clauses.flatMap((clause) => matchFrames(clause, context, frames))
  const words = (role: string) =>
    matches[0]?.phrases(role).map(({ head }) => context.analysis.tokens[head]?.text.toLowerCase())
  return { ids: matches.map(({ frame }) => frame.id), words }
}

describe('matchFrames', () => {
  it('finds rows by the predicate and gives the phrases of their roles', () => {
    const { ids, words } = matchesIn('Norway attacked Chile.', [{ id: 'a.attack', verb: 'attack', use: 'act' }])
    expect(ids).toEqual(['a.attack'])
    expect(words('actors')).toEqual(['norway'])
    expect(words('recipients')).toEqual(['chile'])
  })

  it('undoes the passive', () => {
    const { words } = matchesIn('Chile was attacked by Norway.', [{ id: 'a.attack', verb: 'attack', use: 'act' }])
    expect(words('actors')).toEqual(['norway'])
    expect(words('recipients')).toEqual(['chile'])
  })

  it('puts the row with the narrowest conditions first', () => {
    const rows = [
      { id: 'a.any', verb: 'sign' },
      { id: 'a.object', verb: 'sign', where: { object: 'present' } },
      { id: 'a.class', verb: 'sign', where: { object: 'class agreement' } },
      { id: 'a.lemma', verb: 'sign', where: { object: 'lemma book' } },
    ]
    expect(matchesIn('Norway signed a treaty.', rows).ids).toEqual(['a.class', 'a.object', 'a.any'])
    expect(matchesIn('Norway signed the book.', rows).ids).toEqual(['a.lemma', 'a.object', 'a.any'])
  })

  it('follows paths into phrases and complements', () => {
    const rows = [
      {
        id: 'a.urge',
        verb: 'urge',
        roles: { who: 'complement.subject', what: 'complement.object', owner: 'object.possessor' },
      },
    ]
    expect(matchesIn('Norway urged that Chile release the sailors.', rows).words('who')).toEqual(['chile'])
    expect(matchesIn('Norway urged that Chile release the sailors.', rows).words('what')).toEqual(['sailors'])
  })

  it('tries the rows of a light verb where they ask for its noun', () => {
    const rows = [
      { id: 'a.impose', verb: 'impose', roles: { on: ['on', 'object.on'] }, where: { object: 'lemma sanction' } },
      { id: 'a.plain', verb: 'impose' },
    ]
    const { ids, words } = matchesIn('Norway imposed sanctions on Chile.', rows)
    expect(ids).toEqual(['a.impose'])
    expect(words('on')).toContain('chile')
  })

  it('looks through parts to the whole', () => {
    const rows = [{ id: 'a.withdraw', verb: 'withdraw', where: { object: 'class troops' } }]
    expect(matchesIn('Norway withdrew some of its troops.', rows).ids).toEqual(['a.withdraw'])
    expect(matchesIn('Norway withdrew some of its proposals.', rows).ids).toEqual([])
  })

  it('tests modals, negation, groups of actors, tests that hold together and unions of phrases', () => {
    const modal = [{ id: 'a.must', verb: '*', where: { clause: 'modal must' } }]
    expect(matchesIn('Norway must leave.', modal).ids).toEqual(['a.must'])
    expect(matchesIn('Norway may leave.', modal).ids).toEqual([])
    const negated = [{ id: 'a.not', verb: 'leave', where: { clause: 'negated will' } }]
    expect(matchesIn('Norway will not leave.', negated).ids).toEqual(['a.not'])
    expect(matchesIn('Norway will leave.', negated).ids).toEqual([])
    const group = [{ id: 'a.power', verb: 'attack', where: { subject: 'actor power' } }]
    expect(matchesIn('Norwegian troops attacked Chile.', group).ids).toEqual(['a.power'])
    const both = [{ id: 'a.both', verb: 'hold', where: { object: 'word joint & class exercise' } }]
    expect(matchesIn('Norway held joint drills.', both).ids).toEqual(['a.both'])
    expect(matchesIn('Norway held drills.', both).ids).toEqual([])
    const union = [{ id: 'a.union', verb: 'agree', where: { 'on|to': 'present' } }]
    expect(matchesIn('Norway agreed on a truce.', union).ids).toEqual(['a.union'])
    expect(matchesIn('Norway agreed.', union).ids).toEqual([])
  })
})

describe('loadFrames', () => {
  it.each([
    [
      'an unknown test',
      { id: 'a.b', verb: 'sign', where: { object: 'clas agreement' } },
      /"clas agreement" is no test/,
    ],
    ['an unknown type of actor', { id: 'a.b', verb: 'sign', where: { object: 'actor martian' } }, /is no test/],
    ['an unknown shape', { id: 'a.b', verb: 'sign', use: 'nothing' }, /no shape "nothing"/],
    ['an unknown field', { id: 'a.b', verb: 'sign', vreb: 'x' }, /a\.b/],
    ['too few examples', { id: 'a.b', verb: 'sign', no: ['one'] }, /a\.b/],
  ])('names the row of %s', (_what, row, message) => {
    expect(() => framesOf([row])).toThrow(message)
  })

  it('says that an id stands twice', () => {
    expect(() =>
      framesOf([
        { id: 'a.b', verb: 'x' },
        { id: 'a.b', verb: 'y' },
      ]),
    ).toThrow(/twice/)
  })
})
