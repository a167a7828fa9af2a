import { describe, expect, it } from 'vitest'
import { loadChannels } from './channels.ts'
import { FRAMES, loadCues } from './cues.ts'
import { type LanguageData, openLanguage } from './language.ts'
import { loadOperators } from './operators.ts'

const real = openLanguage('en')
/** The real data with one file changed. */
const changed = (file: string, change: (rows: never) => unknown): LanguageData => ({
  ...real,
  rows: (name) => (name === file ? change(structuredClone(real.rows(name)) as never) : real.rows(name)),
})

const row = {
  id: 'mutter',
  reason: 'Speaking low.',
  sense: 'speech',
  frames: ['clause'],
  gives: { certainty: 'certain' },
  verbs: ['mutter'],
  yes: ['The envoy muttered that it was late.'],
  no: ['It was late.'],
}
const STANCE = 'lexicon/cues.stance.yaml'

describe('loadCues', () => {
  it('tries the most telling frame of a word first', () => {
    const frames = loadCues(real)
      .verbs.get('condemn')!
      .map(({ frame }) => FRAMES.indexOf(frame))
    expect(frames.length).toBeGreaterThan(2)
    expect(frames).toEqual([...frames].sort((a, b) => a - b))
  })

  it('names the file and what is wrong in it', () => {
    const load = (rows: unknown) => () => loadCues(changed(STANCE, () => rows))
    expect(load([{ ...row, sense: 'smell' }])).toThrow(/cues\.stance\.yaml/)
    expect(load([{ ...row, frames: ['under'] }])).toThrow(/frames/)
    expect(load([{ ...row, colour: 'red' }])).toThrow(/colour/)
    expect(load([row, row])).toThrow(/mutter stands twice/)
    expect(load([row])).not.toThrow()
  })
})

describe('loadOperators', () => {
  const FILE = 'lexicon/operators.yaml'
  type Rows = { modals: { words: string[] }[]; predicates: { verbs: string[]; takes: string[] }[] }

  it('will not have one word in two rows', () => {
    const twice = changed(FILE, (rows: Rows) => ({
      ...rows,
      modals: [...rows.modals, { ...rows.modals[0], id: 'again' }],
    }))
    expect(() => loadOperators(twice)).toThrow(/"may" stands in row modal\.possible and in row again/)
  })

  it('names what is missing', () => {
    expect(() => loadOperators(changed(FILE, (rows: Rows) => ({ ...rows, markers: undefined })))).toThrow(/markers/)
  })
})

describe('loadChannels', () => {
  it('keeps everything in lower case, platforms by their first word', () => {
    const channels = loadChannels(real)
    expect(channels.platforms.get('truth')).toEqual(['truth social'])
    expect([...channels.nouns].every((word) => word === word.toLowerCase())).toBe(true)
  })

  it('names the file', () => {
    expect(() => loadChannels(changed('lexicon/channels.yaml', () => ({})))).toThrow(/channels\.yaml/)
  })
})
