// A record in one line: its kind and subtype, who, what, and how sure.
import { type Gold, type GoldRecord, list } from './form.ts'

/** A field's values in words, after some words of ours; empty if the record has none. */
type Say = (field: string, before?: string) => string

/** What each kind says first. */
const HEADS: Readonly<Record<string, (say: Say) => string>> = {
  statement: (say) => `${say('act') || 'say'}: ${say('speaker')}${say('hearers', ' to ')}`,
  event: (say) => `${say('type')}: ${say('actors') || '–'} → ${say('recipients') || '–'}`,
  relation: (say) => `${say('predicate')}: ${say('subject')}${say('role', ', ')} → ${say('object') || '–'}`,
  agreement: (say) => `${say('name')}: ${say('parties')} · ${say('status')}${say('scope', ' · ')}`,
  dependency: (say) => `${say('relation')}: “${say('antecedent')}” ⇒ “${say('consequent')}”`,
  estimate: (say) => `${numbers(say('low'), say('high'))} ${say('measure')}${say('of', ' of ')}`,
}
const REST = ['mode', 'channel', 'place', 'polarity', 'certainty', 'realis'] as const
/** What need not be said. */
const USUAL = ['affirmed', 'certain', 'actual', 'indirect']
/** Fields whose values are ways to say one thing: the first is enough. */
const WORDINGS: readonly string[] = ['antecedent', 'consequent', 'role', 'measure', 'name', 'channel', 'place']

const numbers = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`)

function timeOf(time: unknown): string {
  if (time === undefined || time === null) return ''
  const { start, end } = time as { start: string | null; end: string | null }
  return start === end ? (start ?? '') : `${start ?? '…'} to ${end ?? '…'}`
}

/** Fields whose values are together, unless the record's anyOf names them. */
const SETS: readonly string[] = ['hearers', 'actors', 'recipients', 'parties', 'scope']

/** Two values of which either is right are divided by a slash; a chain of sources is written from the outermost inwards. */
export function summary(gold: Gold, record: GoldRecord): string {
  const name = (value: unknown): string => {
    if (value === null) return '…'
    if (Array.isArray(value)) return value.length === 0 ? 'the report' : value.map(name).join(', citing ')
    return gold.actors[String(value)]?.names[0] ?? String(value)
  }
  const say: Say = (field, before = '') => {
    const values = list(record[field])
    const together = SETS.includes(field) && !list(record.anyOf).includes(field)
    const words = (WORDINGS.includes(field) ? values.slice(0, 1) : values).map(name).join(together ? ', ' : ' / ')
    return words === '' ? '' : before + words
  }
  const rest = REST.map((field) => say(field)).filter((words) => words !== '' && !USUAL.includes(words))
  const parts = [HEADS[record.kind]!(say), ...rest, timeOf(record.time), say('sources', 'according to ')]
  const line = `${record.id} ${record.kind} ${parts.filter(Boolean).join(' · ')}`
  return record.optional === true ? `(${line})` : line
}
