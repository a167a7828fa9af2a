import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../model/analysis.ts'
import type { Span } from '../../model/span.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { analyse } from '../index.ts'

const vocabulary = loadVocabulary('en')
const attributionsOf = (text: string): Attribution[] => [
  ...analyse({ id: 'test', language: 'en', text }, vocabulary).attributions,
]

/** "source | cue | content | mode", with the number of the attribution above it where there is one. */
function lines(text: string): string[] {
  const words = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ')
  return attributionsOf(text).map(({ source, cue, content, mode, parent }) => {
    const above = parent === undefined ? '' : ` < ${parent}`
    return `${source ? words(source) : '-'} | ${words(cue)} | ${words(content)} | ${mode}${above}`
  })
}

// Text; every attribution that must be found in it, in order.
const TABLE: readonly (readonly [string, readonly string[]])[] = [
  // verb and clause, with and without "that", before, between and after
  ['The minister said that the border was open.', ['The minister | said | that the border was open | indirect']],
  ['The minister has not said the border is open.', ['The minister | has not said | the border is open | indirect']],
  ['The border is open, the minister said.', ['the minister | said | The border is open | indirect']],
  [
    '“We will not leave the valley,” General Orsa said.',
    ['General Orsa | said | “We will not leave the valley,” | direct'],
  ],
  [
    '“We will not leave the valley,” said General Orsa.',
    ['General Orsa | said | “We will not leave the valley,” | direct'],
  ],
  [
    'Velmar said the vote was “a mockery of the law.”',
    ['Velmar | said | the vote was “a mockery of the law.” | mixed'],
  ],
  [
    'If aid does not come, Ana Reyes warned, the town may starve.',
    ['Ana Reyes | warned | If aid does not come … the town may starve | indirect'],
  ],
  [
    'Treasury officials warned that foreign banks that knowingly facilitate transactions for the network risk being cut off.',
    [
      'Treasury officials | warned | that foreign banks that knowingly facilitate transactions for the network risk being cut off | indirect',
    ],
  ],
  // what the writer adds behind the words
  [
    'Ana Reyes said that the rebels had fled, a claim the army denies.',
    ['Ana Reyes | said | that the rebels had fled | indirect', 'the army | denies | a claim | indirect'],
  ],
  // what a relative clause or a participle behind the words says of somebody is no saying
  [
    'Velmar’s minister said that troops had met the Red Banner, a group that has held the pass since 2022.',
    [
      'Velmar’s minister | said | that troops had met the Red Banner, a group that has held the pass since 2022 | indirect',
    ],
  ],
  [
    'The envoy said that Cassia had recognised the council, which has ruled Sarn since 2020.',
    ['The envoy | said | that Cassia had recognised the council, which has ruled Sarn since 2020 | indirect'],
  ],
  [
    'The judge said police had arrested the leaders of the Brigade, a militia holding the port.',
    ['The judge | said | police had arrested the leaders of the Brigade, a militia holding the port | indirect'],
  ],
  ['The court held that the law was void.', ['The court | held | that the law was void | indirect']],
  ['Troops had fled, the governor held.', ['the governor | held | Troops had fled | indirect']],
  // who denies what another has said takes it up with "which"
  [
    'Arendia accused Velmar of arming the rebels, which Velmar denies.',
    [
      'Arendia | accused | Velmar of arming the rebels | indirect',
      'Velmar | denies | Velmar of arming the rebels | indirect',
    ],
  ],
  [
    'Arendia accused Velmar of arming the rebels, which hold the pass.',
    ['Arendia | accused | Velmar of arming the rebels, which hold the pass | indirect'],
  ],
  // figures
  [
    'The rebels said that 27 had died, but the ministry put the toll at six.',
    ['The rebels | said | that 27 had died | indirect', 'the ministry | put | the toll at six | indirect'],
  ],
  // a dateline is nobody's label
  [
    'COLOMBO: The minister said that the border was open.',
    ['The minister | said | that the border was open | indirect'],
  ],
  // sources with their appositions and titles
  [
    'Ana Reyes, the foreign minister of Cassia, said that talks would resume.',
    ['Ana Reyes, the foreign minister of Cassia | said | that talks would resume | indirect'],
  ],
  // objects, prepositions, names given
  [
    'Borland announced a complete withdrawal from the region.',
    ['Borland | announced | a complete withdrawal from the region | indirect'],
  ],
  ['The envoy called for an end to the siege.', ['The envoy | called for | an end to the siege | indirect']],
  ['The governor called the raid a crime.', ['The governor | called | the raid a crime | indirect']],
  ['Arendia accused Borland of shelling the port.', ['Arendia | accused | Borland of shelling the port | indirect']],
  [
    'The envoy described the talks as “warm and frank.”',
    ['The envoy | described | the talks as “warm and frank.” | mixed'],
  ],
  [
    'The council urged both sides to stop the fighting.',
    ['The council | urged | both sides to stop the fighting | indirect'],
  ],
  [
    'The council told reporters that the truce would hold.',
    ['The council | told | that the truce would hold | indirect'],
  ],
  // phrases
  [
    'According to the ministry, three bridges were destroyed.',
    ['the ministry | According to | three bridges were destroyed | indirect'],
  ],
  [
    'Three bridges were destroyed, according to the ministry.',
    ['the ministry | according to | Three bridges were destroyed | indirect'],
  ],
  ['The units were formed according to the rules of the army.', []],
  // nouns
  ['The claim that the town was lost angered Velmar.', ['- | claim | that the town was lost | indirect']],
  [
    "The general's statement that the war is over was welcome.",
    ["The general's | statement | that the war is over | indirect"],
  ],
  // nobody named
  ['It is clear that the truce is over.', ['- | is clear | that the truce is over | indirect']],
  // chains of two and three
  [
    'Reuters reported that the minister said the border was open.',
    [
      'Reuters | reported | that the minister said the border was open | indirect',
      'the minister | said | the border was open | indirect < 0',
    ],
  ],
  [
    'The paper reported that the envoy said the king had announced that the war was over.',
    [
      'The paper | reported | that the envoy said the king had announced that the war was over | indirect',
      'the envoy | said | the king had announced that the war was over | indirect < 0',
      'the king | had announced | that the war was over | indirect < 1',
    ],
  ],
  // quotations that run on
  [
    '“We will stay,” Reyes said. “Nobody will drive us from this valley.”',
    ['Reyes | said | “We will stay,” … “Nobody will drive us from this valley.” | direct'],
  ],
  [
    'Reyes criticized the plan. “It would leave half of our people without water.”',
    [
      'Reyes | criticized | the plan | indirect',
      'Reyes | criticized | “It would leave half of our people without water.” | direct',
    ],
  ],
  [
    'The spokesman smiled at the crowd, “There is no deal and no date.”',
    ['The spokesman | smiled | “There is no deal and no date.” | direct'],
  ],
  // set off by a colon and a paragraph
  [
    'The foreign secretary said:\n\nI welcome this agreement very much.\n\nWe have worked for it for years.',
    ['The foreign secretary | said | I welcome this agreement very much … We have worked for it for years | direct'],
  ],
  // headline and transcript
  ['Reyes: No Deal Without Borland.\n\nThe talks went on.', ['Reyes | : | No Deal Without Borland | indirect']],
  // signed
  ['“We will not leave this valley.” — Ana Reyes', ['Ana Reyes | — | “We will not leave this valley.” | direct']],
  // no attribution at all
  ['Arendian troops crossed the river at dawn.', []],
]

describe('findAttributions', () => {
  it.each(TABLE)('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected)
  })

  it('takes labels that come thick for turns of a transcript', () => {
    const text =
      'HOLT: Will you go?\n\nREYES: I will.\n\nHOLT: When?\n\nREYES: Soon.\n\nIt depends on the talks.\n\nHOLT: Thank you.'
    expect(lines(text)).toEqual([
      'HOLT | : | Will you go | direct',
      'REYES | : | I will | direct',
      'HOLT | : | When | direct',
      'REYES | : | Soon … It depends on the talks | direct',
      'HOLT | : | Thank you | direct',
    ])
  })

  it('keeps a dateline out of source and content', () => {
    const [found] = lines('HARBORTON, Sept. 6 (UPI) — Velmar said that the port was closed.')
    expect(found).toBe('Velmar | said | that the port was closed | indirect')
  })

  it('ties the source to its chain', () => {
    const analysis = analyse(
      { id: 't', language: 'en', text: 'Ana Reyes left. She said that the talks had failed.' },
      vocabulary,
    )
    const chain = analysis.chains.find(({ name }) => name === 'Ana Reyes')
    expect(chain).toBeDefined()
    expect(analysis.attributions[0]?.chain).toBe(chain?.id)
  })
})
