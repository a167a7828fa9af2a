import { Link } from '@tanstack/react-router'
import type { HeldRecord } from '../../../../src/5-ledger/index.ts'

/** The report of a record, leading to its words. */
export function RecordSource({ of }: { readonly of: HeldRecord }) {
  const { document, version, publisher, title } = of.citation
  return (
    <Link
      to="/documents/$id"
      params={{ id: document }}
      search={{ version: String(of.evidence[0]?.version ?? version), record: of.id }}
      className="underline decoration-line underline-offset-4 hover:text-ink hover:decoration-ink"
    >
      {publisher ?? 'A report of unknown origin'}
      {title ? `: ${title}` : ''}
    </Link>
  )
}
