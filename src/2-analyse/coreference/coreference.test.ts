import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chain } from '../../model/analysis.ts'
import { contains, words } from '../../model/span.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { encode } from '../encode/index.ts'
import { findNames } from '../names/index.ts'
import { findQuotations } from '../quotations/index.ts'
import type { Timed, WordEvidence } from '../steps.ts'
import { tokenise } from '../tokens/index.ts'
import { resolveCoreference } from './index.ts'

const vocabulary = loadVocabulary('en')

function analyseNames(text: string): [Timed, WordEvidence] {
  const { parsed, evidence } = encode({ id: 'test', language: 'en', text }, tokenise(text, vocabulary), vocabulary)
  const quoted = { ...parsed, quotations: findQuotations(parsed, vocabulary) }
  const entities = findNames(quoted, vocabulary, evidence)
  return [{ ...quoted, entities, times: [], quantities: [] }, evidence]
}

function chainsOf(text: string): Chain[] {
  const [analysis, evidence] = analyseNames(text)
  return resolveCoreference(analysis, vocabulary, evidence)
}

/** The chain that holds a phrase (where it stands first), as its mentions' heads. */
function chainWith(text: string, phrase: string): string[] {
  const at = text.indexOf(phrase)
  const chain = chainsOf(text).find(({ mentions }) => mentions.some(({ head }) => head.start <= at && at < head.end))
  return (chain?.mentions ?? []).map(({ head }) => words(text, head))
}

// Text; a phrase of it; the heads of its chain, in order.
const TOGETHER: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'Angela Merkel met Emmanuel Macron. She said that Macron had promised her help.',
    'Angela',
    ['Angela Merkel', 'She', 'her'],
  ],
  [
    'Vladimir Putin arrived in Minsk on Monday. Putin praised his hosts.',
    'Vladimir',
    ['Vladimir Putin', 'Putin', 'his'],
  ],
  ['Hassan al-Rashid spoke on Monday. Rashid said he would resign.', 'Hassan', ['Hassan al-Rashid', 'Rashid', 'he']],
  [
    'The United States imposed sanctions. The U.S. said that the US would act alone.',
    'United States',
    ['United States', 'U.S.', 'US'],
  ],
  ['The Islamic State attacked the town. ISIS later withdrew.', 'Islamic State', ['Islamic State', 'ISIS']],
  [
    'The Cassian Liberation Front (CLF) attacked a bridge. The CLF said it had struck first.',
    'CLF',
    ['Cassian Liberation Front', 'CLF', 'CLF', 'it'],
  ],
  [
    'Prime Minister Imran Khan resigned. The prime minister left Islamabad at night.',
    'Imran',
    ['Imran Khan', 'minister'],
  ],
  ['Germany closed its embassy. The European nation had warned Iran before.', 'Germany', ['Germany', 'its', 'nation']],
]

// Text; two phrases that must not be one.
const APART: readonly (readonly [string, string, string])[] = [
  ['Thomas Keller and Martin Keller spoke in Berlin.', 'Thomas', 'Martin'],
  ['Hillary Clinton arrived. Bill Clinton stayed at home.', 'Hillary', 'Bill'],
  ['The European Union met Iran. The African nation refused to sign.', 'Iran', 'nation'],
  ['Angela Merkel met him on Monday.', 'Angela', 'him'],
  ['The army of Chad and the army of Niger met.', 'Chad', 'Niger'],
  [
    'Anna Solm, the foreign minister of Velmar, met envoys. Velmar left. Marcus Lind, a driver, left.',
    'Marcus',
    'Velmar',
  ],
]

describe('resolveCoreference', () => {
  it.each(TOGETHER)('joins: %s', (text, phrase, heads) => {
    expect(chainWith(text, phrase)).toEqual(heads)
  })

  it.each(APART)('keeps apart: %s', (text, one, other) => {
    expect(chainWith(text, one)).not.toContain(other)
    expect(chainWith(text, one).join(' ')).not.toMatch(new RegExp(`\\b${other}\\b`))
  })

  it('gives types, names and links', () => {
    const [state] = chainsOf('France signed. The country is pleased.').filter(({ name }) => name === 'France')
    expect(state).toMatchObject({ type: 'state', name: 'France', links: { iso3: 'FRA' } })
  })

  it('finds "I" in a quotation to be its speaker', () => {
    const text = '"I will never sign it," said Emmanuel Macron.'
    expect(chainWith(text, 'I')).toContain('Emmanuel Macron')
  })
})

const TEXTS = [...TOGETHER, ...APART].map(([text]) => text)

describe('the chains of any text', () => {
  it('hold each phrase once, inside the text, head inside the phrase, in text order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 30 })), { maxLength: 5 }),
        (parts) => {
          const text = parts.join('\n\n')
          const chains = chainsOf(text)
          const seen = new Set<string>()
          for (const { mentions } of chains)
            for (const mention of mentions) {
              expect(contains({ start: 0, end: text.length }, mention)).toBe(true)
              expect(contains(mention, mention.head)).toBe(true)
              expect(mention.end).toBeGreaterThan(mention.start)
              const key = `${mention.start}-${mention.end}-${mention.token}`
              expect(seen.has(key)).toBe(false)
              seen.add(key)
            }
          const firsts = chains.map(({ mentions }) => mentions[0]!.start)
          expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })

  it('are the same when read again', () => {
    const text = TEXTS.join('\n\n')
    expect(chainsOf(text)).toEqual(chainsOf(text))
  })
})

describe('hostile text', () => {
  it('come in time from one sentence with 40,000 nouns under one head', () => {
    const token = (k: number) => ({
      start: 2 * k,
      end: 2 * k + 1,
      index: k,
      sentence: 0,
      text: 'x',
      lemma: 'x',
      upos: k % 3 ? 'NOUN' : 'PROPN',
      xpos: 'NN',
      head: k === 0 ? -1 : 0,
      deprel: k === 0 ? 'root' : k % 2 ? 'nsubj' : 'conj',
    })
    const tokens = Array.from({ length: 40_000 }, (_, k) => token(k))
    const sentences = [{ index: 0, paragraph: 0, start: 0, end: 80_000, first: 0, last: tokens.length - 1 }]
    const document = { id: 'test', language: 'en', text: 'x '.repeat(40_000) }
    const before = process.cpuUsage().user
    resolveCoreference(
      { document, tokens, sentences, entities: [], quotations: [], times: [], quantities: [] },
      vocabulary,
      {
        names: new Float32Array(0),
        records: new Float32Array(0),
        vectors: new Float32Array(tokens.length),
        width: 1,
        wordVector: () => new Float32Array(1),
      },
    )
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(8)
  })
})
