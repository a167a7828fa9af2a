import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../2-analyse/index.ts'
import type { Analysis } from '../../model/analysis.ts'
import { contains, words } from '../../model/span.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { buildActors } from './index.ts'

const vocabulary = loadVocabulary('en')
const analysisOf = (text: string): Analysis => analyse({ id: 'test', language: 'en', text }, vocabulary)

/** Actors as "type name = alias; alias". */
function actorsOf(text: string): string[] {
  return buildActors(analysisOf(text), vocabulary).actors.map(({ type, name, aliases }) =>
    aliases.length ? `${type} ${name} = ${aliases.join('; ')}` : `${type} ${name}`,
  )
}

/** Names of the actors that the phrase headed by a word stands for. */
function namesAt(text: string, word: string): string[] {
  const analysis = analysisOf(text)
  const { actors, all } = buildActors(analysis, vocabulary)
  const token = analysis.tokens.findLastIndex((t) => t.text === word)
  return all(token).map((id) => actors.find((actor) => actor.id === id)!.name)
}

// Text; actors that must be among those found.
const ACTORS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Emmanuel Macron met Iranian officials. Macron left.',
    ['person Emmanuel Macron = Macron', 'government Iranian officials'],
  ],
  ['The German government said Germany would pay.', ['state Germany = German; German government']],
  ['The government of Syria condemned Israel.', ['state Syria = government of Syria', 'state Israel']],
  ['U.S. forces attacked the village. American forces stayed.', ['military U.S. forces = American forces']],
  ['Some 300 local fighters joined the protesters.', ['armed-group local fighters', 'population protesters']],
  [
    'The United Nations said that refugees had fled to Turkey.',
    ['organization United Nations', 'population refugees', 'state Turkey'],
  ],
  // States that no list knows: by what they have, and by their adjectives.
  ["Velmar's foreign minister resigned. Velmar freed a prisoner.", ['state Velmar']],
  ['President Davo Imrel of Velmar left. Velmar agreed.', ['state Velmar', 'person Davo Imrel']],
  ['The Velmari army left. Velmar freed a prisoner.', ['state Velmar = Velmari', 'military Velmari army']],
  ["Velmar's army left. The Velmari government agreed.", ['state Velmar = Velmari; Velmari government']],
  [
    'VELMAR CITY - Velmar joined the accord. The president of Velmar spoke in Velmar City.',
    ['place VELMAR CITY', 'state Velmar'],
  ],
  ["Velmar's army left. Anna Velmar agreed.", ['person Anna Velmar = Velmar']],
  ['Pro-government militias and the Syrian army fought the Taliban.', ['armed-group Taliban', 'military Syrian army']],
]

// Text; a word (its last occurrence); the actors of the phrase that it heads.
const AT: readonly (readonly [string, string, readonly string[]])[] = [
  ['French President Emmanuel Macron resigned.', 'President', ['Emmanuel Macron']],
  ['French officials met in Rome.', 'French', ['French']],
  ['France spoke. French officials met in Rome.', 'French', ['France']],
  ['Emmanuel Macron, who had met Angela Merkel, resigned.', 'who', ['Emmanuel Macron']],
  ['Iran and Turkey signed an agreement.', 'Iran', ['Iran', 'Turkey']],
  ['Iran and Turkey said they had signed it.', 'they', ['Iran', 'Turkey']],
  ['Thousands of refugees fled to Chad.', 'Thousands', ['refugees']],
  ['Emmanuel Macron said he would resign.', 'he', ['Emmanuel Macron']],
  ['The meeting ended.', 'meeting', []],
]

describe('buildActors', () => {
  it.each(ACTORS)('%s', (text, expected) => {
    expect(actorsOf(text)).toEqual(expect.arrayContaining([...expected]))
  })

  it.each(AT)('%s (%s)', (text, word, names) => {
    expect(namesAt(text, word)).toEqual(names)
  })

  it('ties forces to their state by code', () => {
    const { actors } = buildActors(analysisOf('Iranian forces attacked the town.'), vocabulary)
    expect(actors.find(({ type }) => type === 'military')).toMatchObject({
      name: 'Iranian forces',
      links: { iso3: 'IRN' },
    })
  })

  it('takes a capital that speaks for its government', () => {
    expect(namesAt('Iran refused. Tehran said on Monday that it would not sign.', 'Tehran')).toEqual(['Iran'])
    expect(namesAt('Iran refused. Ministers met in Tehran on Monday.', 'Tehran')).toEqual(['Tehran'])
  })

  it.each([
    ["Velmar's defence minister said that the government had agreed to a truce.", ['Velmar']],
    ["Velmar's army withdrew. The government agreed to a truce.", ['Velmar']],
    ["Velmar's foreign minister met Cassia's president. The government agreed to a truce.", ['government']],
    [
      'Turkey left. Velmar’s foreign minister said that the government had agreed. Turkey’s army stayed.',
      ['government'],
    ],
    ["Velmar's defence minister said that a government had agreed to a truce.", ['government']],
    ['Turkey signed a pact with Iran. The government agreed to a truce.', ['government']],
  ])('gives "the government" to the one state whose offices are named: %s', (text, names) => {
    expect(namesAt(text, 'government')).toEqual(names)
  })

  it('takes a place that is told to do something for a state', () => {
    const typeOf = (text: string) =>
      buildActors(analysisOf(text), vocabulary).actors.find(({ name }) => name === 'Kaskan')?.type
    expect(typeOf('The president called on Kaskan to withdraw its troops.')).toBe('state')
    expect(typeOf('The president lives in Kaskan.')).toBe('place')
  })

  it('gives the country of a minister to "his country"', () => {
    expect(namesAt('Turkish minister Kemal Aydin said that his country would sign.', 'country')).toEqual(['Turkish'])
  })
})

describe('the rows of actor-phrases.yaml', () => {
  const rows = vocabulary.source.rows('lexicon/reference/actor-phrases.yaml') as {
    id: string
    heads: string[]
    yes: string[]
    no: string[]
  }[]
  const HOLDS: Readonly<Record<string, (text: string, heads: readonly string[]) => boolean>> = {
    'of-the-state': (text) => {
      const { actors } = buildActors(analysisOf(text), vocabulary)
      return actors.some(
        ({ type, aliases }) => type === 'state' && aliases.some((alias) => /\bgovernment\b/.test(alias)),
      )
    },
    'of-a-state': (text) =>
      buildActors(analysisOf(text), vocabulary).actors.some(({ type, name }) => type === 'state' && name === 'Velmar'),
    'its-of-a-state': (text) =>
      buildActors(analysisOf(text), vocabulary).actors.some(({ type, name }) => type === 'state' && name === 'Velmar'),
    'bare-government': (text, heads) => {
      const word = heads.find((head) => text.includes(head)) ?? 'administration'
      return namesAt(text, word).join() === 'Velmar'
    },
    'many-of': (text, heads) => {
      const analysis = analysisOf(text)
      const { at } = buildActors(analysis, vocabulary)
      const [first, last] = [
        analysis.tokens.find((t) => heads.includes(t.lemma)),
        analysis.tokens.find((t) => t.deprel === 'nmod'),
      ]
      return first !== undefined && last !== undefined && at(first.index) !== null && at(first.index) === at(last.index)
    },
    dropped: (text, heads) => {
      const { actors } = buildActors(analysisOf(text), vocabulary)
      return actors.length === 1 && actors[0]!.mentions[0]!.start > 0 && !heads.includes(actors[0]!.name.split(' ')[0]!)
    },
  }
  const examples = rows.flatMap(({ id, heads, yes, no }) => [
    ...yes.map((text) => [id, text, true, heads] as const),
    ...no.map((text) => [id, text, false, heads] as const),
  ])
  it.each(examples)('%s: %s %s', (id, text, holds, heads) => {
    expect(HOLDS[id]!(text, heads)).toBe(holds)
  })
})

const TEXTS = [...ACTORS, ...AT].map(([text]) => text)

describe('the actors of any text', () => {
  it('have ids in order of first mention, a name, mentions inside the text; a token stands for one at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 30 })), { maxLength: 5 }),
        (parts) => {
          const text = parts.join('\n\n')
          const analysis = analysisOf(text)
          const { actors, at, all } = buildActors(analysis, vocabulary)
          expect(actors.map(({ id }) => id)).toEqual(actors.map((_, k) => `a${k + 1}`))
          for (const { name, aliases, mentions } of actors) {
            expect(name).not.toBe('')
            expect(aliases).not.toContain(name)
            for (const mention of mentions) {
              expect(contains({ start: 0, end: text.length }, mention)).toBe(true)
              expect(words(text, mention).trim()).toBe(words(text, mention))
            }
          }
          const ids = new Set(actors.map(({ id }) => id))
          for (const { index } of analysis.tokens)
            for (const id of [at(index), ...all(index)]) if (id) expect(ids.has(id)).toBe(true)
        },
      ),
      { numRuns: 30, seed: 11 },
    )
  })
})
