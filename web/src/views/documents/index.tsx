import { Link, useNavigate } from '@tanstack/react-router'
import { Answered } from '../../parts/answered.tsx'
import { Button, buttonClass } from '../../parts/button.tsx'
import { showDay } from '../../parts/days.ts'
import { saveBlob } from '../../parts/export-menu.tsx'
import { PlusIcon, SaveIcon } from '../../parts/icons.tsx'
import { Rows } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { ReportFilters } from './filters.tsx'
import { type Listed, useReports } from './use-reports.ts'

function Report({ of }: { readonly of: Listed }) {
  const versions = of.versions.length
  return (
    <article className="grid gap-x-6 gap-y-1 md:grid-cols-[112px_minmax(0,1fr)_minmax(0,240px)]">
      <p className="text-s text-soft md:pt-1">{of.publishedAt ? showDay(of.publishedAt) : 'no date'}</p>
      <div className="min-w-0">
        <Link
          to="/documents/$id"
          params={{ id: of.document }}
          className="font-semibold no-underline hover:underline hover:underline-offset-4"
        >
          {of.title ?? 'Report without a title'}
        </Link>
        <p className="text-s text-soft">{of.publisher ?? 'Publisher not known'}</p>
      </div>
      <p className="text-s text-soft md:pt-1 md:text-right">
        recorded {showDay(of.versions.at(-1)!.recordedAt)}
        {versions > 1 && <span className="text-ink"> · {plural(versions, 'version')}</span>}
      </p>
    </article>
  )
}

/** All that is kept, the newest first. */
export function Documents() {
  const navigate = useNavigate()
  const asked = useReports()
  const save = (): void =>
    saveBlob(new Blob([JSON.stringify(asked.rows, null, 2)], { type: 'application/json' }), 'reports.json')
  return (
    <View
      title="Reports"
      lead="All reports that the ledger holds, the newest first."
      actions={
        <>
          <Button onClick={save} disabled={asked.rows.length === 0}>
            <SaveIcon /> Export
          </Button>
          <Link to="/read" className={buttonClass('primary')}>
            <PlusIcon /> Read a report
          </Link>
        </>
      }
    >
      <ReportFilters />
      <Answered asked={asked} nothing="No report of that publisher in those days">
        <p className="mb-2 text-s text-soft">{plural(asked.rows.length, 'report')}</p>
        <Rows
          name="Reports"
          rows={asked.rows}
          height={80}
          idOf={(row) => row.document}
          open={(row) => void navigate({ to: '/documents/$id', params: { id: row.document } })}
        >
          {(row) => <Report of={row} />}
        </Rows>
      </Answered>
    </View>
  )
}
