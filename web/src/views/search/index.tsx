import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useOne } from '../../address/use-address.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { Rows } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { freeWords } from './fields.ts'
import { SearchForm } from './form.tsx'
import { Hints } from './hints.tsx'
import { Hit } from './hit.tsx'
import { stemsOf } from './lit.tsx'

/** Every record whose exact words hold what is looked for. */
export function Search() {
  const [words = '', setWords] = useOne('words')
  const asked = useAsk('search', { words }, { when: words !== '' })
  const stems = useMemo(() => stemsOf(freeWords(words)), [words])
  const navigate = useNavigate()
  return (
    <View
      title="Search"
      lead="Records whose exact words hold what you look for, in order of time."
      actions={words !== '' && <ExportMenu question="search" options={{ words }} />}
    >
      <SearchForm words={words} search={setWords} />
      {words === '' ? (
        <Hints />
      ) : (
        <>
          <FilterBar />
          <Answered asked={asked} nothing="No report has these words">
            <p role="status" className="mb-2 text-s text-soft">
              {plural(asked.total, 'record')}
            </p>
            <Rows
              name="Records found"
              rows={asked.rows}
              total={asked.total}
              more={asked.more}
              idOf={(row) => row.id}
              open={(row) => {
                const [first] = row.citations
                if (first)
                  void navigate({
                    to: '/documents/$id',
                    params: { id: first.document },
                    search: { version: String(first.version), record: row.id },
                  })
              }}
            >
              {(row) => <Hit of={row} stems={stems} />}
            </Rows>
          </Answered>
        </>
      )}
    </View>
  )
}
