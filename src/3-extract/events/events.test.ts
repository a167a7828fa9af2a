import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../../model/records.ts'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)
const rules = new Set([...vocabulary.events.frames.all.map((frame) => frame.id), 'learned.event'])

function read(text: string) {
  const reading = reader.read({ text, publishedAt: '2024-05-15' })
  const name = (id: string) => reading.actors.find((actor) => actor.id === id)?.name
  const events = reading.records.filter((record): record is Event => record.kind === 'event')
  return events.map((event) => ({
    ...event,
    actors: event.actors.map(name),
    recipients: event.recipients.map(name),
    sources: event.sources.map(name),
    words: event.evidence.map((span) => text.slice(span.start, span.end)),
  }))
}

describe('findEvents', () => {
  it('gives who did what to whom, and about what', () => {
    const [event] = read('Kenya imposed sanctions on Peru on Monday.')
    expect(event).toMatchObject({ type: 'SANCTION', actors: ['Kenya'], recipients: ['Peru'], joint: false })
  })

  it('makes both sides of a joint act each other’s other side', () => {
    const [event] = read('Norway and Chile signed a peace treaty.')
    expect(event).toMatchObject({
      type: 'AGREE',
      joint: true,
      actors: ['Norway', 'Chile'],
      recipients: ['Norway', 'Chile'],
    })
  })

  it.each([
    ['Norway and Chile agreed on Friday to a truce.', 'a truce'],
    ['Norway and Chile agreed on 3 May to a truce.', 'a truce'],
    ['Norway and Chile agreed on Friday.', null],
  ])('takes neither the agreement for a side nor a date for what is agreed: %s', (text, about) => {
    const [event] = read(text)
    expect(event?.recipients).toEqual(['Norway', 'Chile'])
    expect(event?.about && text.slice(event.about.start, event.about.end)).toBe(about)
  })

  it('places nothing at whom somebody calls upon', () => {
    expect(read('President Ruto called on Norway to withdraw its troops.')[0]?.place).toBeNull()
  })

  it('counts an act once where verb and noun name it', () => {
    expect(read('Norway signed an agreement with Chile.').map((event) => event.type)).toEqual(['AGREE'])
  })

  it('does not report what is only refused, demanded or threatened', () => {
    expect(read('Norway refused to sign the treaty with Chile.').map((event) => event.type)).toEqual(['REJECT'])
    expect(read('Norway threatened to attack Chile.').map((event) => event.type)).toEqual(['THREATEN'])
  })

  it.each([
    ['The EU lifted sanctions on Chile.', ['CONCEDE']],
    ['Norway eased its restrictions on travellers from Chile.', ['CONCEDE']],
    ['Norway lifted its blockade of Chile.', ['CONCEDE']],
    ['Kenya suspended military aid to Peru on Tuesday.', ['SANCTION']],
    ['Norway suspended cooperation with Chile.', ['SANCTION']],
    ['Norway regretted the arrest of sailors by Chile.', ['CONCEDE', 'COERCE']],
  ])('does not report again what is only ended: %s', (text, types) => {
    expect(read(text).map((event) => event.type)).toEqual(types)
  })

  it('takes who condemns in his own words for the doer and for no source', () => {
    const [event] = read('"I condemn the government of Chile," President Ruto said.')
    expect(event?.type).toBe('ACCUSE')
    expect(event?.sources).toEqual([])
  })

  it('keeps the source of what another did', () => {
    const attack = read('Kenya said that Norway attacked Chile.').find((event) => event.type === 'ASSAULT')
    expect(attack).toMatchObject({ actors: ['Norway'], recipients: ['Chile'], sources: ['Kenya'] })
  })

  it('hears a request in what another must do', () => {
    const [event] = read('Kenya said that Norway must withdraw its troops.')
    expect(event).toMatchObject({
      type: 'REQUEST',
      actors: ['Kenya'],
      recipients: ['Norway'],
      sources: [],
      realis: 'actual',
    })
  })

  it('holds an attack against those who made it', () => {
    const [event] = read('Kenya condemned Norway’s attack on Chile.')
    expect(event).toMatchObject({ type: 'ACCUSE', actors: ['Kenya'], recipients: ['Norway'] })
  })

  it('finds the doer that an announcement leaves unsaid', () => {
    const events = read('Kenya announced a suspension of aid to Peru.')
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'SANCTION', actors: ['Kenya'], recipients: ['Peru'] }),
    )
  })

  it('leaves out what somebody does to his own', () => {
    expect(read('Norway defended its decision.')).toEqual([])
  })

  it('reports no act where nobody takes part', () => {
    expect(read('An attack would be a mistake. Talks are useful. The bill was rejected.')).toEqual([])
  })

  it.each([
    ['Protests continued in Peru for a third day.', 'PROTEST'],
    ['There were clashes in Peru overnight.', 'ASSAULT'],
    ['Heavy shelling was reported near the border.', 'ASSAULT'],
    ['Talks resumed on Tuesday.', 'CONSULT'],
    ['A drone struck a fuel depot on Sunday.', 'ASSAULT'],
  ])('reports what happens although nobody is named: %s', (text, type) => {
    expect(read(text)).toMatchObject([{ type, actors: [] }])
  })

  it('asks nobody for the doer of a passive', () => {
    expect(read('The Norwegian bank was blacklisted in 2019.')).toMatchObject([{ type: 'SANCTION', actors: [] }])
  })

  it('dates and places an act by the verb that says it happens', () => {
    const [event] = read('A meeting of the Arab League took place on Monday.')
    expect(event).toMatchObject({ type: 'CONSULT', time: { start: '2024-05-13' } })
  })
})

describe('every event', () => {
  const words = [
    'Norway',
    'Chile',
    'attacked',
    'the',
    'talks',
    'with',
    'said',
    'that',
    '"',
    'must',
    'sanctions',
    'on',
    'rebels',
    'held',
    '.',
    ',',
    'will not',
    'agreed to',
    'release',
    '\n\n',
    'of',
    'and',
  ]
  it('names a rule, has a participant, and lies within the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        for (const event of reader.read({ text }).records) {
          if (event.kind !== 'event') continue
          expect(rules).toContain(event.rule)
          expect(event.actors.length + event.recipients.length).toBeGreaterThan(0)
          for (const span of [...event.evidence, ...(event.about ? [event.about] : [])]) {
            expect(span.start).toBeGreaterThanOrEqual(0)
            expect(span.end).toBeLessThanOrEqual(text.length)
            expect(span.start).toBeLessThan(span.end)
          }
        }
      }),
      { seed: 20240515, numRuns: 60 },
    )
  })
})
