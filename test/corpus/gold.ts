import type { Gold } from '../../tools/corpus/form.ts'

/** An invented report with what is hard to take out of a text and to put back. */
export const GOLD: Gold = {
  document: {
    id: 'truce',
    publishedAt: '2025-05-14',
    title: 'A truce in Tarn',
    publisher: 'Velmar Press Office',
    url: 'https://example.org/truce',
    licence: 'CC BY 4.0',
    text: 'The coalition signed a truce with the Red Banner’s men on Monday. The truce holds, the minister said; the truce ended the war that killed 14 soldiers.',
  },
  actors: {
    coalition: { type: 'coalition', names: ['The coalition', 'the coalition', 'Joint Coalition'] },
    banner: { type: 'armed-group', names: ['Red Banner', "the Red Banner's men"] },
    minister: { type: 'person', names: ['the minister'] },
    office: { type: 'government', names: ['Velmar Press Office', 'VPO'] },
    velmar: { type: 'state', names: ['Velmar'], iso3: 'VEL' },
  },
  records: [
    {
      id: 'a1',
      kind: 'agreement',
      evidence: ['signed a truce with the Red Banner’s men'],
      trigger: 'truce',
      name: ['truce', 'ceasefire'],
      parties: ['coalition', 'banner'],
      status: 'signed',
      note: 'one of several',
    },
    {
      id: 's1',
      kind: 'statement',
      evidence: ['The truce holds', [102, 149]],
      trigger: 'said',
      cue: 'said',
      speaker: 'minister',
      mode: 'indirect',
    },
    {
      id: 'd1',
      kind: 'dependency',
      evidence: [[102, 127]],
      trigger: 'ended',
      relation: ['obstructs', 'causes'],
      antecedent: ['the truce'],
      consequent: 'ended the war',
      sources: [[], ['minister']],
    },
    {
      id: 'n1',
      kind: 'estimate',
      evidence: ['killed 14 soldiers'],
      trigger: '14',
      of: [null, 'banner'],
      measure: ['killed', 'deaths'],
      low: 14,
      high: [14, null],
      optional: true,
    },
  ],
}
