import { describe, expect, it } from 'vitest'
import type { Relation } from '../../model/index.ts'
import { createReader } from '../../read.ts'

const reader = createReader()
function read(text: string, publishedAt = '2025-06-02') {
  const reading = reader.read({ text, publishedAt })
  const name = (id: string | null): string | null => reading.actors.find((actor) => actor.id === id)?.name ?? null
  return reading.records
    .filter((record): record is Relation => record.kind === 'relation')
    .map((record) => ({ ...record, of: [name(record.subject), name(record.object)], by: record.sources.map(name) }))
}

describe('relations', () => {
  it('takes the role with what belongs to it, and leaves the state and "former" out', () => {
    const [office] = read('The former Egyptian interior minister Omar Hadi was in Rome.')
    expect(office).toMatchObject({ predicate: 'holdsOffice', role: 'interior minister', ended: true })
  })

  it('takes the adjective of a state that no list knows for it, as of one that is known', () => {
    const [office] = read("The Arendian president, Maren Olvast, was in Rome. Arendia's parliament met.")
    expect(office).toMatchObject({ of: ['Maren Olvast', 'Arendia'], role: 'president' })
  })

  it('says where an ambassador serves in the role, and names the sender as the body', () => {
    const [office] = read('Lars Holm, the Norwegian ambassador to Egypt, was recalled.')
    expect(office?.role).toBe('ambassador to Egypt')
    const [dated] = read('Lars Holm, the Norwegian ambassador to Egypt from 2022 to 2025, met Omar Hadi.')
    expect(dated?.role).toBe('ambassador to Egypt')
  })

  it('takes a term for what is to come as no end of it', () => {
    const [member] = read('Sweden will join NATO by the end of October.')
    expect(member).toMatchObject({ predicate: 'memberOf', realis: 'future', time: { start: null, end: null } })
  })

  it('ends an office with the verb by which it is left', () => {
    const [office] = read('Norwegian Defence Minister Lars Holm resigned on Monday.', '2025-06-04')
    expect(office).toMatchObject({ role: 'Defence Minister', ended: true, time: { start: '2025-06-02' } })
    expect(read('Norwegian Defence Minister Lars Holm may resign.')[0]).toMatchObject({ ended: false })
  })

  it('says who replaces whom', () => {
    const [, succeeded] = read('Norway appointed Lars Holm as army chief, replacing Omar Hadi.')
    expect(succeeded).toMatchObject({ predicate: 'successorOf', of: ['Lars Holm', 'Omar Hadi'] })
  })

  it('marks what has ended and what is to come', () => {
    expect(read('Omar Hadi was president of Egypt until 2011.')[0]).toMatchObject({ ended: true })
    expect(read('Sweden will become a member of NATO.')[0]).toMatchObject({ predicate: 'memberOf', realis: 'future' })
  })

  it('gives the denied membership as denied', () => {
    expect(read('Sweden is not a member of NATO.')[0]).toMatchObject({ predicate: 'memberOf', polarity: 'denied' })
  })

  it('gives what somebody says to him', () => {
    const [border] = read('Lena Brandt said that Serbia shares a border with Hungary.')
    expect(border).toMatchObject({ predicate: 'borders', by: ['Lena Brandt'] })
  })

  it('dates what came into being', () => {
    const [founded] = read('Amnesty International was founded in 1961.')
    expect(founded).toMatchObject({
      predicate: 'established',
      object: null,
      time: { start: '1961-01-01', end: '1961-12-31' },
    })
  })

  it('knows the state of a leader only where the text names the state', () => {
    const named = read('Prime Minister Shinzo Abe flew to Rome. Japan welcomed it.')
    expect(named[0]).toMatchObject({ of: ['Shinzo Abe', 'Japan'], rule: 'office.head-of-government/known-leader' })
    expect(read('Prime Minister Shinzo Abe flew home.')[0]).toMatchObject({ object: null })
  })

  it('reads each fact of a list', () => {
    const members = read('Members of NATO such as Sweden and Norway agreed.')
    expect(members.map(({ of }) => of[0]).sort()).toEqual(['Norway', 'Sweden'])
  })

  it('finds nothing in nothing, and ends on hostile input', () => {
    expect(read('')).toEqual([])
    for (const piece of ['President of ', "Syria's ", 'the U.S.-led ', '- ', '('])
      expect(read(piece.repeat(1500)).length).toBeLessThan(10)
  }, 120_000)
})
