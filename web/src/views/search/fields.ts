/** A field of the search: `name:value`, a value with spaces in quotation marks. */
export type FieldName = 'in' | 'kind' | 'type' | 'actor' | 'by' | 'publisher'

const FIELD = /(?:^|\s)(?:in|kind|type|actor|by|publisher):(?:"[^"]*"|\S+)/g

const written = (name: FieldName, value: string): string => `${name}:${/\s/.test(value) ? `"${value}"` : value}`

/** Whether a field stands there with a value of one word. */
export const has = (words: string, name: FieldName, value: string): boolean =>
  new RegExp(`(^|s)${name}:"?${value}"?(?=s|$)`, 'i').test(words)

/** With the field, or without it where it stood already. */
export function toggled(words: string, name: FieldName, value: string): string {
  const field = written(name, value)
  const parts = words.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter((part) => part !== '')
  return (parts.includes(field) ? parts.filter((part) => part !== field) : [...parts, field]).join(' ')
}

/** The words that are looked for, without the fields. */
export const freeWords = (words: string): string => words.replace(FIELD, ' ').trim()
