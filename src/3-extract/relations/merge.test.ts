import { expect, it } from 'vitest'
import type { Fact } from './fact.ts'
import { merge } from './merge.ts'

const fact = (fields: Partial<Fact> & { readonly sources?: readonly string[] }): Fact => ({
  rule: 'office.head-of-state',
  predicate: 'holdsOffice',
  subject: 'velin',
  object: 'arendia',
  role: 'president',
  evidence: { start: 0, end: 10 },
  standing: { polarity: 'affirmed', certainty: 'certain', realis: 'actual', sources: fields.sources ?? [], cues: [] },
  time: null,
  known: true,
  ...fields,
})

it('keeps what a phrase takes as known in the document’s own voice, and not again under a source', () => {
  const kept = merge([fact({ sources: ['borland'] }), fact({})])
  expect(kept.map((each) => each.standing.sources)).toEqual([[]])
})

it('keeps a known fact under a source where the document does not give it itself', () => {
  expect(merge([fact({ sources: ['borland'] })])).toHaveLength(1)
})

it('keeps what somebody states beside what the document states', () => {
  expect(merge([fact({}), fact({ known: false, sources: ['borland'] })])).toHaveLength(2)
})

it('gives a title without a body the body that the same title has elsewhere', () => {
  const kept = merge([fact({ object: null, role: 'President' }), fact({ role: 'Arendian president' })])
  expect(kept.map((each) => each.object)).toEqual(['arendia', 'arendia'])
})

it('lets one wording of a title stand for all', () => {
  const kept = merge([fact({ role: 'interim president' }), fact({ role: 'President' })])
  expect(kept.map((each) => each.role)).toEqual(['interim president', 'interim president'])
})

it('drops a general title and membership where the text gives an office', () => {
  const general = fact({ generic: true, role: 'head of state', rule: 'office.generic' })
  const member = fact({ predicate: 'memberOf', rule: 'relation.noun.member' })
  expect(merge([general, member, fact({})]).map((each) => each.rule)).toEqual(['office.head-of-state'])
  expect(merge([general])).toHaveLength(1)
})
