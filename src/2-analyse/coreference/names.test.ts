import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadReference } from '../../vocabulary/reference.ts'
import { nameForm } from './name-form.ts'
import { almost, matchOthers, matchPersons } from './names.ts'

const reference = loadReference(openLanguage('en'))
const form = (name: string) => nameForm(name.split(' '), reference).form

const PERSONS: readonly (readonly [string, string, string])[] = [
  ['Hamza al-Mustafa', 'Mustafa', 'short'],
  ['Hamza al-Mustafa', 'al-Mustafa', 'short'],
  ['Bashar al-Assad', 'Bashar Assad', 'same'],
  ['Bashar al-Assad', 'Bashir al-Assad', 'same'],
  ['Recep Tayyip Erdoğan', 'Erdogan', 'short'],
  ['Brett H. McGurk', 'Brett McGurk', 'same'],
  ['Pedro Ruiz Salgado', 'Ruiz', 'short'],
  ['Xi Jinping', 'Xi', 'short'],
  ['President Mara Holt', 'Holt', 'short'],
  ['Thomas Sand', 'Maria Sand', 'conflict'],
  ['Thomas Sand', 'Maria', 'none'],
]
const OTHERS: readonly (readonly [string, string, string])[] = [
  ['Islamic State of Iraq and Syria', 'Daesh', 'same'],
  ['United States', 'U.S.', 'same'],
  ['Cassian Liberation Front', 'CLF', 'acronym'],
  ['Velmar Air', 'Velmar', 'start'],
  ['Global Coalition', 'Coalition', 'end'],
  ['Army of Borland', 'Navy of Arendia', 'none'],
]

describe('names', () => {
  it.each(PERSONS)('%s, %s: %s', (a, b, match) => {
    expect(matchPersons(form(a), form(b))).toBe(match)
    expect(matchPersons(form(b), form(a))).toBe(match)
  })

  it.each(OTHERS)('%s, %s: %s', (a, b, match) => {
    expect(matchOthers(form(a), form(b))).toBe(match)
    expect(matchOthers(form(b), form(a))).toBe(match)
  })

  it('takes one letter for a slip only in longer words', () => {
    expect(almost('bashar', 'bashir')).toBe(true)
    expect(almost('keller', 'kelller')).toBe(true)
    expect(almost('keller', 'kessler')).toBe(false)
    expect(almost('ann', 'anne')).toBe(false)
  })

  it('tells the gender by the title', () => {
    expect(nameForm(['Mrs.', 'Sand'], reference).title).toBe('f')
    expect(nameForm(['Mr', 'Sand'], reference).title).toBe('m')
    expect(nameForm(['President', 'Sand'], reference).title).toBe(null)
  })
})
