import { useFilters } from '../../address/use-address.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { Brief, useLength } from './brief.tsx'
import { Chooser } from './chooser.tsx'
import { Intro } from './intro.tsx'
import { NewsColumn } from './news.tsx'
import { useRecent } from './since.ts'

/** Filters are set in other views; an address that brings some shows them. */
function OwnFilters() {
  const { asOf: _asOf, known: _known, ...filters } = useFilters()
  return Object.keys(filters).length > 0 ? <FilterBar /> : null
}

function Recently() {
  const recent = useRecent()
  return (
    <>
      <Chooser recent={recent} />
      {recent.error ? (
        <Failed error={recent.error} retry={recent.retry} />
      ) : recent.news ? (
        <div aria-busy={recent.stale} className={recent.stale ? 'opacity-60' : ''}>
          <NewsColumn of={recent.news} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  )
}

/** The front page: the brief, and beside it what is new. */
export function Briefing() {
  const { sentences } = useLength()
  return (
    <View title="Briefing" actions={<ExportMenu question="brief" options={{ sentences }} />}>
      <Intro />
      <OwnFilters />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_400px]">
        <section aria-label="The brief" className="min-w-0">
          <Brief />
        </section>
        <section id="new" aria-label="What is new" className="min-w-0 lg:border-l lg:border-line lg:pl-8">
          <Recently />
        </section>
      </div>
    </View>
  )
}
