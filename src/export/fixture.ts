import type { Reading } from '../model/index.ts'

const TEXT =
  'Arendia\'s minister, Ilara Denvoss, said on Monday that <b>Borland</b> "may not" sign the truce. Up to 300 troops left.'
const at = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const bare = {
  rule: 'test.rule',
  time: null,
  place: null,
  polarity: 'affirmed',
  certainty: 'certain',
  realis: 'actual',
  sources: [],
  cues: [],
} as const

/** A small reading of every kind of record, with markup in its text, for the tests of the formats. */
export const FIXTURE: Reading = {
  readout: '1',
  reader: { name: 'readout', version: '0', model: 'm', vocabulary: 'v' },
  document: {
    id: 'd1',
    title: 'A <truce> | "maybe"',
    publisher: 'Meridian Wire',
    publishedAt: '2031-05-13',
    language: 'en',
    text: TEXT,
  },
  actors: [
    { id: 'a1', name: 'Arendia', type: 'state', aliases: [], mentions: [at('Arendia')] },
    { id: 'a2', name: 'Ilara Denvoss', type: 'person', aliases: [], mentions: [at('Ilara Denvoss')] },
    { id: 'a3', name: 'Borland', type: 'state', aliases: [], mentions: [at('Borland')] },
  ],
  records: [
    {
      ...bare,
      id: 'r1',
      kind: 'statement',
      evidence: [at('Ilara Denvoss, said on Monday')],
      time: { start: '2031-05-12', end: '2031-05-12', text: 'on Monday', precision: 'day' },
      speaker: 'a2',
      hearers: [],
      cue: at('said'),
      mode: 'mixed',
      content: [at('<b>Borland</b> "may not" sign the truce')],
      channel: null,
      act: 'say',
    },
    {
      ...bare,
      id: 'r2',
      kind: 'event',
      evidence: [at('<b>Borland</b> "may not" sign the truce')],
      certainty: 'possible',
      polarity: 'denied',
      realis: 'future',
      sources: ['a2'],
      cues: [at('may'), at('not')],
      type: 'AGREE',
      mode: null,
      actors: ['a3'],
      recipients: ['a1'],
      joint: true,
      about: at('the truce'),
      means: null,
      orderedBy: null,
    },
    {
      ...bare,
      id: 'r3',
      kind: 'relation',
      evidence: [at("Arendia's minister, Ilara Denvoss")],
      predicate: 'holdsOffice',
      subject: 'a2',
      object: 'a1',
      role: 'minister',
      ended: false,
    },
    {
      ...bare,
      id: 'r4',
      kind: 'agreement',
      evidence: [at('the truce')],
      name: 'truce',
      parties: ['a3'],
      scope: ['ceasefire'],
      excludes: [],
      status: 'proposed',
    },
    {
      ...bare,
      id: 'r5',
      kind: 'estimate',
      evidence: [at('Up to 300 troops')],
      of: null,
      measure: 'troops',
      low: null,
      high: 300,
      unit: null,
      approximate: false,
    },
    {
      ...bare,
      id: 'r6',
      kind: 'dependency',
      evidence: [at('sign the truce. Up to 300 troops left')],
      relation: 'causes',
      antecedent: { text: at('sign the truce'), record: 'r2' },
      consequent: { text: at('Up to 300 troops left') },
    },
  ],
  issues: [{ code: 'date-from-text', message: 'the date <was> found' }],
}
