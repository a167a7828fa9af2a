import { describe, expect, it } from 'vitest'
import { outline } from '../../../test/names.ts'

describe('a body and whose it is', () => {
  it.each([
    ['The Lebanese Hezbollah fired rockets.', ['Lebanese: nationality', 'Hezbollah: organization']],
    ['Volkswagen of Germany recalled the cars.', ['Volkswagen: organization', 'Germany: place']],
    ["Velmar's Defence Ministry denied the report.", ['Velmar: place', 'Defence Ministry: organization']],
  ])('are two names: %s', (text, expected) => expect(outline(text)).toEqual(expected))

  it.each([
    ['The People’s Party won the vote.', 'People’s Party: organization'],
    ['The Bank of England raised its rate.', 'Bank of England: organization'],
    ['The Australian Greens lost two seats.', 'Australian Greens: organization'],
  ])('are one where the name is the whole: %s', (text, expected) => expect(outline(text)).toEqual([expected]))
})
