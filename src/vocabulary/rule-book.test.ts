import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createReader, createRuleBook } from '../read.ts'

const book = createRuleBook()
const STORY = path.join(import.meta.dirname, '../../samples/story')

describe('the rule book', () => {
  it('gives the row of an id with its examples', () => {
    expect(book.find('agree.sign')).toMatchObject({ kind: 'row', yes: expect.arrayContaining([expect.any(String)]) })
    expect(book.find('statement.according-to')!.yes).toContain('According to the ministry, the road is open.')
    expect(book.find('relation.noun.leader')!.yes).toContain('Omar Hadi, the leader of Hezbollah, spoke on Monday.')
    expect(book.find('agreement.agreed-in-principle')).toMatchObject({ reason: 'agreed but for the details', yes: [] })
  })

  it('joins rows that worked together', () => {
    const [office, bearer, both] = ['office.minister', 'bearer.become', 'office.minister/bearer.become'].map((id) =>
      book.find(id),
    )
    expect(both!.reason).toBe(`${office!.reason}; ${bearer!.reason}`)
    expect(both!.no).toEqual([...office!.no, ...bearer!.no])
    expect(book.find('estimate.killed.former')!.reason).toMatch(/^Deaths .*took its place\.$/)
    expect(book.find('office.minister/known-leader')).toMatchObject({ kind: 'row' })
  })

  it('says of a step of the program that it is one', () => {
    expect(book.find('statement.quotation')).toMatchObject({ kind: 'program', yes: [], no: [] })
  })

  it.each(['', 'agree', 'agree.sign/', 'toString', 'constructor', 'agree.sign/nobody', '../data', 'statement.members'])(
    'knows no rule “%s”',
    (id) => expect(book.find(id)).toBeNull(),
  )

  it('knows every rule that the samples name', async () => {
    const reader = createReader()
    for (const name of readdirSync(STORY)) {
      const reading = reader.readReceived(await reader.receive(readFileSync(path.join(STORY, name))))
      for (const { rule } of reading.records) expect(book.find(rule), rule).not.toBeNull()
    }
  }, 60_000)
})
