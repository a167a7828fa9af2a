import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../model/records.ts'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'

const reader = createReader(loadVocabulary('en'))

function read(text: string) {
  const reading = reader.read({ text, publishedAt: '2024-05-15' })
  const name = (id: string) => reading.actors.find((actor) => actor.id === id)?.name
  return reading.records
    .filter((record): record is Agreement => record.kind === 'agreement')
    .map((one) => ({ ...one, parties: one.parties.map(name).sort(), sources: one.sources.map(name) }))
}

describe('findAgreements', () => {
  it('gives name, parties and status', () => {
    expect(read('Norway signed a fishing treaty with Chile.')).toMatchObject([
      { name: 'fishing treaty', parties: ['Chile', 'Norway'], status: 'signed', scope: ['economic'] },
    ])
  })

  it.each([
    ['Norway and Chile reached an agreement.', 'reached'],
    ['Norway and Chile discussed a trade deal.', 'discussed'],
    ['Norway violated the truce with Chile.', 'violated'],
    ['Norway suspended its treaty with Chile.', 'suspended'],
    ['Norway scrapped the treaty with Chile.', 'ended'],
    ['Norway rejected a treaty with Chile.', 'rejected'],
    ['Norway will sign a treaty with Chile.', 'proposed'],
  ])('%s: %s', (text, status) => {
    expect(read(text).map((one) => one.status)).toEqual([status])
  })

  it('joins what is said of one agreement, and reads what it covers and what it does not', () => {
    const found = read(
      'Norway signed a political declaration with Chile. The declaration contains no military components.',
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ scope: ['political'], excludes: ['military'], parties: ['Chile', 'Norway'] })
    expect(found[0]?.evidence).toHaveLength(2)
  })

  it.each([
    ['Norway and Chile signed a treaty. The opposition Farmers Party rejected the treaty.', 'signed'],
    ['Norway and Chile agreed on a truce on Monday. Chile rejected the truce on Tuesday.', 'rejected'],
  ])('is refused by a side and not from outside: %s', (text, status) => {
    expect(read(text)).toMatchObject([{ parties: ['Chile', 'Norway'], status }])
  })

  it.each([
    ['Velmar signed a treaty with Arendia.', ['Arendia', 'Velmar']],
    ['Norway signed the treaty of Geneva with Chile.', ['Chile', 'Norway']],
    ['Sudan signed the agreement of Juba with Ethiopia on Monday.', ['Ethiopia', 'Sudan']],
  ])('has places for parties where they sign: %s', (text, parties) => {
    expect(read(text).map((one) => one.parties)).toEqual([parties])
  })

  it.each([
    ['Norway and Chile signed a 60-day truce. The truce began on Friday.', ['60-day truce']],
    ['Norway and Chile agreed on Friday to a ten-day ceasefire.', ['ten-day ceasefire']],
    ['Norway and Chile signed two fishing treaties.', ['fishing treaties']],
  ])('keeps the number that is joined to its name: %s', (text, names) => {
    expect(read(text).map((one) => one.name)).toEqual(names)
  })

  it.each([
    ['The Reed Guard suspended the Lake Accord on 2 May.', 'suspended', ['Reed Guard']],
    ['Orlvania and the Reed Guard signed the Lake Accord on 3 May.', 'signed', ['Orlvania', 'Reed Guard']],
    ['The Reed Guard blocked the Lake Accord.', 'rejected', ['Reed Guard']],
  ])('needs one side only of what bears a name, a state unheard of too: %s', (text, status, parties) => {
    expect(read(text)).toMatchObject([{ name: 'Lake Accord', status, parties }])
  })

  it('takes what stands in its way for no word of a side', () => {
    const found = read(
      'The Reed Guard suspended the Lake Accord. A dispute over the pay of soldiers is blocking the accord.',
    )
    expect(found.map((one) => one.status)).toEqual(['suspended'])
    expect(
      read('Officials said a dispute over pay was delaying the accord between Norway and Chile.'),
    ).not.toMatchObject([{ status: 'suspended' }])
  })

  it('takes who only welcomes it for no party', () => {
    expect(read('Kenya welcomed the agreement between Norway and Chile.')).toMatchObject([
      { parties: ['Chile', 'Norway'], status: 'reached' },
    ])
  })

  it('keeps another record for another source', () => {
    const found = read(
      'Norway signed a treaty with Chile. Kenya said that the treaty between Norway and Chile had been violated.',
    )
    expect(found.map((one) => one.sources)).toEqual([[], ['Kenya']])
  })

  it.each([
    ['Norway and Chile agreed in principle on the Salt Road Accord on 3 May.', 'Salt Road Accord'],
    ['Norway and Chile agreed in principle to the plan.', 'plan'],
    ['Norway and Chile agreed in principle on Monday.', 'Norway and Chile agreed in principle on Monday'],
  ])('calls what is agreed in principle by its name: %s', (text, name) => {
    expect(read(text).map((one) => one.name)).toEqual([name])
  })

  it('reads an agreement in principle that no noun names', () => {
    expect(read('Norway agreed in principle to cooperate with Chile.')).toMatchObject([
      { status: 'agreed in principle', parties: ['Chile', 'Norway'] },
    ])
  })

  it('makes none of an agreement that nobody made', () => {
    expect(read('A deal would be good. The agreement is long.')).toEqual([])
  })
})
