import { describe, expect, it } from 'vitest'
import { createReader } from '../read.ts'
import { loadVocabulary } from '../vocabulary/index.ts'
import { buildContext } from './build-context.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)

function standings(text: string) {
  const context = buildContext(reader.analyse({ text }), vocabulary)
  const { tokens, clauses } = context.analysis
  const show = ({ certainty, polarity, realis, sources }: ReturnType<typeof context.standing>): string =>
    [certainty, polarity, realis, ...sources.map((id) => context.actor(id).name)].join(' ')
  return {
    clause: (word: string) => show(context.standing(clauses.find(({ head }) => tokens[head]!.text === word)!.id)),
    token: (word: string) => show(context.standingAt(tokens.findIndex(({ text }) => text === word))),
  }
}

describe('buildStandings', () => {
  it('gives the document its own voice where nobody speaks', () => {
    expect(standings('Turkey attacked the port.').clause('attacked')).toBe('certain affirmed actual')
  })

  it('lists the speakers outermost first, and a saying without its own speaker', () => {
    const { clause } = standings('Reuters reported that Ana Reyes said Turkey attacked the port.')
    expect(clause('reported')).toBe('certain affirmed actual')
    expect(clause('said')).toBe('certain affirmed actual Reuters')
    expect(clause('attacked')).toBe('certain affirmed actual Reuters Ana Reyes')
  })

  it('reads a chain of three', () => {
    const text = 'Reuters reported that Ana Reyes said Paul Holt had announced that Turkey attacked the port.'
    expect(standings(text).clause('attacked')).toBe('certain affirmed actual Reuters Ana Reyes Paul Holt')
  })

  it('takes the certainty of the last source', () => {
    expect(standings('Ana Reyes said that Turkey may attack the port.').clause('attack')).toBe(
      'possible affirmed actual Ana Reyes',
    )
    expect(standings('Ana Reyes denied that Turkey attacked the port.').clause('attacked')).toBe(
      'certain denied actual Ana Reyes',
    )
  })

  it('lets an attitude set certainty and no source', () => {
    expect(standings('Ana Reyes believes that Turkey attacked the port.').clause('attacked')).toBe(
      'probable affirmed actual',
    )
  })

  it('reaches the following sentences of a quotation', () => {
    const text = '“We must wait,” Ana Reyes said. “Turkey attacked the port at dawn.”'
    expect(standings(text).clause('attacked')).toBe('certain affirmed actual Ana Reyes')
  })

  it('gives words that head no clause what is said around them, as fact', () => {
    expect(standings('Ana Reyes said that Turkey may attack the old port.').token('old')).toBe(
      'certain affirmed actual Ana Reyes',
    )
    expect(standings('Turkey attacked the old port.').token('old')).toBe('certain affirmed actual')
  })
})
