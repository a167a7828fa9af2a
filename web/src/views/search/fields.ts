import type { RecordKind } from '../../../../src/model/index.ts'

/** A field of the search: `name:value`, a value with spaces in quotation marks. */
export type FieldName = 'kind' | 'type' | 'actor' | 'by' | 'publisher'

const FIELD = /(?:^|\s)(?:kind|type|actor|by|publisher):(?:"[^"]*"|\S+)/g

const written = (name: FieldName, value: string): string => `${name}:${/\s/.test(value) ? `"${value}"` : value}`

export const hasKind = (words: string, kind: RecordKind): boolean =>
  new RegExp(`(^|\\s)kind:"?${kind}"?(?=\\s|$)`).test(words)

/** With the field, or without it where it stood already. */
export function toggled(words: string, name: FieldName, value: string): string {
  const field = written(name, value)
  const parts = words.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter((part) => part !== '')
  return (parts.includes(field) ? parts.filter((part) => part !== field) : [...parts, field]).join(' ')
}

/** The words that are looked for, without the fields. */
export const freeWords = (words: string): string => words.replace(FIELD, ' ').trim()
