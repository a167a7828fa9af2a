import { describe, expect, it } from 'vitest'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { buildContext } from '../build-context.ts'
import { matchFrames } from '../frames/index.ts'
import { findEvents } from './index.ts'

/** The examples speak of invented states. The reader knows states by its lists, so real ones stand in for them here. */
const STATES: Readonly<Record<string, string>> = {
  Arendia: 'Norway',
  Arendian: 'Norwegian',
  Borland: 'Chile',
  Cassia: 'Kenya',
  Cassian: 'Kenyan',
  Velmar: 'Peru',
}
const withRealStates = (text: string): string =>
  text.replace(/Arendian?|Borland|Cassian?|Velmar/g, (name) => STATES[name] ?? name)

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)

/** Ids of the rows that win in a sentence, and of those that make an event. */
function rulesIn(text: string) {
  const context = buildContext(reader.analyse({ text: withRealStates(text), publishedAt: '2024-05-15' }), vocabulary)
  const winning = context.analysis.clauses.map(
    (clause) => matchFrames(clause, context, vocabulary.events.frames)[0]?.frame.id,
  )
  return { winning, events: findEvents(context).map((event) => event.rule) }
}

describe.each([...vocabulary.events.types.keys(), 'none'])('frames of %s', (type) => {
  const rows = vocabulary.events.frames.all.filter((row) => row.type === type)
  it.each(rows.map((row) => [row.id, row] as const))('%s matches its examples and nothing else', (id, row) => {
    const found = (text: string) => rulesIn(text)[row.type === 'none' ? 'winning' : 'events']
    for (const text of row.yes) expect(found(text), text).toContain(id)
    for (const text of row.no) expect(found(text), text).not.toContain(id)
  })
})
