import type { HeldRecord } from '../../../../src/5-ledger/index.ts'
import { numberRange } from '../../../../src/export/describe.ts'
import type { Part } from '../../../../src/model/index.ts'

/** What a record says, in a line made of the names in its report. */
export function lineOf(held: HeldRecord): string {
  const { record, parts, subtype } = held
  const named = (part: Part): string => [...new Set(parts.filter((p) => p.part === part).map((p) => p.name))].join(', ')
  const quote = (field: string): string => `“${(held.quotes[field] ?? []).map((q) => q.words).join(' … ')}”`
  switch (record.kind) {
    case 'statement':
      return `${named('speaker') || 'Somebody'}${named('hearer') ? ` to ${named('hearer')}` : ''}`
    case 'event':
      if (record.joint && named('actor') === named('recipient')) return named('actor').replaceAll(', ', ' ↔ ')
      return [named('actor') || 'Somebody', named('recipient')].filter(Boolean).join(record.joint ? ' ↔ ' : ' → ')
    case 'relation':
      return [`${named('subject')}${record.role ? `, ${record.role}` : ''}`, named('object')]
        .filter(Boolean)
        .join(' → ')
    case 'agreement':
      return [record.name, named('party')].filter(Boolean).join(' · ')
    case 'dependency':
      return `${quote('antecedent')} ⇒ ${quote('consequent')}`
    case 'estimate':
      return [
        `${record.approximate ? 'about ' : ''}${numberRange(record.low, record.high)} ${record.unit ?? ''}`.trim(),
        named('of') || subtype,
      ].join(' · ')
  }
}

/** The words of a record, short enough for a list. */
export function shortWords({ evidence }: HeldRecord): string {
  const words = evidence
    .map((quote) => quote.words)
    .join(' … ')
    .replace(/\s+/gu, ' ')
  return words.length > 120 ? `“${words.slice(0, 117)} …”` : `“${words}”`
}
