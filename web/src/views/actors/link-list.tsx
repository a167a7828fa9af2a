import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ActorLink as Taken } from '../../../../src/5-ledger/index.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { showDay } from '../../parts/days.ts'
import { plural } from '../../parts/words.ts'
import { typeWords } from './types.ts'

/** How reports are called that links stand in. */
function useReports(): ReadonlyMap<string, string> {
  const { data } = useRead(['documents', 'extent'], () => client.listDocuments({ limit: 1000 }))
  return useMemo(() => {
    const words = (data?.rows ?? []).map(({ document, title, publisher, publishedAt }) => {
      return [document, [title ?? publisher, publishedAt && showDay(publishedAt)].filter(Boolean).join(', ')] as const
    })
    return new Map(words)
  }, [data])
}

function LinkLine({
  of,
  report,
  chosen,
  choose,
}: {
  readonly of: Taken
  readonly report: string
  readonly chosen: boolean
  readonly choose: ((chosen: boolean) => void) | null
}) {
  const { as, document, reason, by } = of
  return (
    <li className="flex break-inside-avoid items-start gap-3 py-1">
      {choose && (
        <input
          type="checkbox"
          aria-label={`${as.name} in ${report}`}
          checked={chosen}
          onChange={(event) => choose(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-(--accent)"
        />
      )}
      <div className="min-w-0 text-s">
        <Link
          to="/documents/$id"
          params={{ id: document }}
          className="inline-flex min-h-6 items-center underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {report}
        </Link>
        <p className="text-soft">
          {typeWords(as.type)}
          {as.aliases.length > 0 && `, also ${as.aliases.join(', ')}`} · {reason.text}
          {by && ` (${by})`}
        </p>
      </div>
    </li>
  )
}

/** Every name by which reports call it, with the reports and why each was taken for it. */
export function LinkList({
  links,
  chosen,
  choose,
}: {
  readonly links: readonly Taken[]
  readonly chosen: ReadonlySet<string>
  /** Null: nothing can be chosen. */
  readonly choose: ((links: readonly string[], on: boolean) => void) | null
}) {
  const reports = useReports()
  const names = useMemo(() => {
    const byName = new Map<string, Taken[]>()
    for (const link of links) byName.set(link.as.name, [...(byName.get(link.as.name) ?? []), link])
    return byName
  }, [links])
  return (
    <ul aria-label="Names">
      {[...names].map(([name, of]) => (
        <li key={name} className="mb-4">
          <details open={links.length <= 24}>
            <summary className="min-h-6 cursor-pointer">
              <span className="font-semibold">{name}</span>{' '}
              <span className="text-s text-soft">
                {plural(new Set(of.map(({ document }) => document)).size, 'report')}
              </span>
            </summary>
            <ul aria-label={`Reports that say ${name}`} className="mt-1 gap-8 pl-4 lg:columns-2">
              {of.map((link) => (
                <LinkLine
                  key={link.id}
                  of={link}
                  report={reports.get(link.document) ?? 'a report'}
                  chosen={chosen.has(link.id)}
                  choose={choose && ((on) => choose([link.id], on))}
                />
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}
