import { Link } from '@tanstack/react-router'
import type { Cited } from '../../../src/6-answer/index.ts'
import { showDay } from './days.ts'

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The words on one line, without quotation marks of their own around them: ours are set instead. */
export const wordsOf = (quotes: readonly { readonly words: string }[]): string =>
  quotes.map(({ words }) => oneLine(words).replace(/^["“‘']+|["”’']+$/gu, '')).join(' … ')

/** "Bessa Roun, in Velmar Gazette, 9 Sep 2025". */
export function attribution({ according, publisher, publishedAt }: Cited): string {
  const chain = [...according].reverse().join(', according to ')
  const where = publisher ?? 'a report of unknown origin'
  return `${chain ? `${chain}, in ` : ''}${where}${publishedAt ? `, ${showDay(publishedAt)}` : ''}`
}

/** The exact words of a report, who says so, and the way to them. */
export function Quoted({ of, short = false }: { readonly of: Cited; readonly short?: boolean }) {
  return (
    <figure className="max-w-[76ch] border-l-2 border-line pl-3">
      <blockquote className={`words ${short ? 'line-clamp-2' : ''}`}>“{wordsOf(of.quotes)}”</blockquote>
      <figcaption className="mt-1 text-s text-soft">
        <Source of={of} />
      </figcaption>
    </figure>
  )
}

/** The source line of a citation, leading to the words in their report. */
export function Source({ of }: { readonly of: Cited }) {
  return (
    <Link
      to="/documents/$id"
      params={{ id: of.document }}
      search={{ version: String(of.version), record: of.record }}
      className="underline decoration-line underline-offset-4 hover:text-ink hover:decoration-ink"
    >
      {attribution(of)}
    </Link>
  )
}

/** Several citations: the first with its words, the others folded. */
export function Quotations({ of, short = false }: { readonly of: readonly Cited[]; readonly short?: boolean }) {
  const [first, ...others] = of
  if (!first) return null
  return (
    <div className="space-y-2">
      <Quoted of={first} short={short} />
      {others.length > 0 && (
        <details className="group">
          <summary className="cursor-pointer text-s text-soft hover:text-ink">
            {others.length === 1 ? 'One more report' : `${others.length} more reports`}
          </summary>
          <div className="mt-2 space-y-2">
            {others.map((one) => (
              <Quoted key={one.record} of={one} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
