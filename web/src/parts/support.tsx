import type { Support } from '../../../src/6-answer/index.ts'
import { plural } from './words.ts'

/** Reports, and the independent origins they go back to. */
export function SupportWords({ of: { reports, origins, because } }: { readonly of: Support }) {
  if (reports < 2) return <span className="text-s text-soft">1 report</span>
  const why = because.join('; ')
  const words =
    origins === 1
      ? `${plural(reports, 'report')}, one origin`
      : origins === reports
        ? `${plural(reports, 'independent report')}`
        : `${plural(reports, 'report')}, ${origins} independent origins`
  return (
    <span className="text-s text-soft" title={why || undefined}>
      {words}
      {why && <span className="sr-only"> ({why})</span>}
    </span>
  )
}
