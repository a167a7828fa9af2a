import type { HeldRecord, Quote } from '../../5-ledger/index.ts'
import { oneLine } from '../describe.ts'
import { harmless, wrap } from '../paint.ts'
import { entry, INDENT, type Look, pageOf, showDay, showStanding, showWhen } from './layout.ts'

const FIELDS = ['content', 'about', 'antecedent', 'consequent', 'cues'] as const

/** One row of the ledger with all that a reviewer judges: kind, parts, time, standing, words. */
export function renderRecord(record: HeldRecord, look: Look = {}): string {
  const page = pageOf(look)
  const parts = record.parts.map((p) => `${p.part} ${p.name}`).join(', ')
  const { record: r, citation } = record
  const when = showWhen({
    from: record.validFrom,
    to: record.validTo,
    text: r.time?.text ?? null,
    precision: r.time?.precision ?? null,
    dated: record.dated,
    publishedOn: record.publishedOn,
  })
  const where = `${citation.publisher ?? citation.title ?? 'a report'}${citation.publishedAt ? `, ${showDay(citation.publishedAt)}` : ''}, version ${citation.version}`
  const own = ownFields(record)
  const words = (label: string, quotes: readonly Quote[]): string[] =>
    quotes.flatMap((q) =>
      wrap(harmless(`${label}“${oneLine(q.words)}”`), page.width - INDENT.length).map(
        (line) => INDENT + page.paint('italic', line),
      ),
    )
  return `${[
    ...entry(
      record.subtype,
      'bold',
      parts || '—',
      [
        own,
        [record.kind, when, showStanding(r) || `${r.polarity}, ${r.certainty}, ${r.realis}`, record.review].join(' · '),
      ],
      page,
    ),
    ...words('', record.evidence),
    ...FIELDS.flatMap((field) => words(`${field}: `, record.quotes[field] ?? [])),
    INDENT + page.paint('dim', harmless(`— ${where} · rule ${r.rule} · ${record.id}`)),
  ].join('\n')}\n`
}

function ownFields({ record }: HeldRecord): string {
  switch (record.kind) {
    case 'statement':
      return [record.mode, record.channel ?? ''].filter(Boolean).join(', ')
    case 'event':
      return [record.mode ?? '', record.joint ? 'joint' : '', record.means ?? ''].filter(Boolean).join(', ')
    case 'relation':
      return [record.role ?? '', record.ended ? 'ended' : ''].filter(Boolean).join(', ')
    case 'agreement':
      return [record.name, ...record.scope, ...record.excludes.map((x) => `not ${x}`)].join(', ')
    case 'estimate':
      return `${record.low ?? '…'} to ${record.high ?? '…'}${record.unit ? ` ${record.unit}` : ''}${record.approximate ? ', about' : ''}`
    case 'dependency':
      return ''
  }
}
