import { useOne } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { DayField } from '../../parts/filters.tsx'

const FIELD = 'min-h-8 rounded-s border border-line-strong bg-raised px-2 text-s text-ink'

/** By publisher and by day of publication; all of it stands in the address. */
export function ReportFilters() {
  const { data } = useRead(['publishers'], () => client.publishers())
  const [publisher, set] = useOne('publisher')
  const names = new Set([...(data?.rows ?? []).map(({ name }) => name), ...(publisher ? [publisher] : [])])
  return (
    <section aria-label="Filters" className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      <label className="flex min-w-0 items-center gap-2 text-s text-soft">
        Publisher
        <select
          value={publisher ?? ''}
          onChange={(event) => set(event.target.value || undefined)}
          className={`${FIELD} min-w-0 max-w-[240px]`}
        >
          <option value="">Any</option>
          {[...names].sort().map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <DayField name="since" label="Since" />
      <DayField name="until" label="Until" />
    </section>
  )
}
