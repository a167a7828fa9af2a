import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Found } from '../../../../src/6-answer/index.ts'
import { useOne } from '../../address/use-address.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { Rows } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { formatCount } from '../../parts/words.ts'
import { freeWords } from './fields.ts'
import { SearchForm } from './form.tsx'
import { Hints } from './hints.tsx'
import { Hit } from './hit.tsx'
import { stemsOf } from './lit.tsx'

/** Where the words stand, or the actor's page. */
function placeOf(row: Found) {
  if (row.found === 'actor') return { to: '/actors/$id', params: { id: row.id } } as const
  const { document, version } = row.found === 'report' ? row : row.citations[0]!
  const search = { version: String(version), ...(row.found === 'record' ? { record: row.id } : {}) }
  return { to: '/documents/$id', params: { id: document }, search } as const
}

/** All that holds what is looked for: names of actors, reports, exact words of records. */
export function Search() {
  const [words = '', setWords] = useOne('words')
  const asked = useAsk('search', { words }, { when: words !== '' })
  const stems = useMemo(() => stemsOf(freeWords(words)), [words])
  const navigate = useNavigate()
  return (
    <View
      title="Search"
      lead="Who is called so, which reports say it, and the records whose exact words do."
      actions={words !== '' && <ExportMenu question="search" options={{ words }} />}
    >
      <SearchForm words={words} search={setWords} />
      {words === '' ? (
        <Hints />
      ) : (
        <>
          <FilterBar />
          <Answered asked={asked} nothing="Nothing has these words">
            <p role="status" className="mb-2 text-s text-soft">
              {formatCount(asked.total)} found
            </p>
            <Rows
              name="What was found"
              rows={asked.rows}
              total={asked.total}
              more={asked.more}
              idOf={(row) => `${row.found} ${row.id}`}
              open={(row) => void navigate(placeOf(row))}
            >
              {(row) => <Hit of={row} stems={stems} />}
            </Rows>
          </Answered>
        </>
      )}
    </View>
  )
}
