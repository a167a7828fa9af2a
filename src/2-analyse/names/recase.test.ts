import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../test/names.ts'
import { isHeadline, isShouted, recase } from './recase.ts'

const lists = () => vocabulary().names.model.lists
const brought = (...texts: string[]): string =>
  recase(
    texts.map((text) => text.split(' ')),
    lists(),
  )[0]!.join(' ')

describe('recase', () => {
  it('brings a shouted headline down to the usual case', () => {
    expect(brought('RUSSIA SAID THAT IT WAS READY')).toBe('Russia said that it was ready')
  })
  it('brings a Headline With Capitals down', () => {
    expect(brought('Trump Says He Will Never Sign Another Treaty')).toMatch(
      /^Trump says he will never sign another treaty$/i,
    )
    expect(brought('Trump Says He Will Never Sign Another Treaty')).toContain('Trump says he')
  })
  it('goes by the rest of the document', () => {
    expect(brought('VELMAR FALLS', 'They took Velmar at dawn .')).toBe('Velmar falls')
  })
  it('leaves running text and acronyms alone', () => {
    expect(brought('He met Ana Prek in Velmar .')).toBe('He met Ana Prek in Velmar .')
    expect(isShouted(['NATO'])).toBe(true)
    expect(isShouted(['NATO', 'met'])).toBe(false)
    expect(isHeadline('Ana Prek met Karo Tes in Velmar'.split(' '), lists())).toBe(false)
  })
})
