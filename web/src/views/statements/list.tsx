import { useNavigate } from '@tanstack/react-router'
import { useMany, useOne } from '../../address/use-address.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { FilterBar, NamesField } from '../../parts/filters.tsx'
import { Rows } from '../../parts/rows.tsx'
import { Statement } from './statement.tsx'

/** What the address asks of statements besides the filters of all. */
export function useOptions() {
  const [by] = useMany('by')
  const [to] = useMany('to')
  const [channel] = useOne('channel')
  return {
    ...(by.length > 0 ? { by } : {}),
    ...(to.length > 0 ? { to } : {}),
    ...(channel ? { channel } : {}),
  }
}

/** All statements, in order of time. */
export function List() {
  const [by, setBy] = useMany('by')
  const [to, setTo] = useMany('to')
  const asked = useAsk('statements', useOptions())
  const navigate = useNavigate()
  return (
    <>
      <FilterBar>
        <NamesField label="By" placeholder="By whom" values={by} onChange={setBy} />
        <NamesField label="To" placeholder="To whom" values={to} onChange={setTo} />
      </FilterBar>
      <Answered asked={asked} nothing="Nobody said anything of the kind">
        <Rows
          name="Statements"
          rows={asked.rows}
          total={asked.total}
          more={asked.more}
          idOf={(row) => row.id}
          open={(row) => {
            const [first] = row.citations
            if (first) {
              void navigate({
                to: '/documents/$id',
                params: { id: first.document },
                search: { record: row.id },
              })
            }
          }}
        >
          {(row) => <Statement of={row} />}
        </Rows>
      </Answered>
    </>
  )
}
