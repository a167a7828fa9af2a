import { useNavigate } from '@tanstack/react-router'
import { useMany, useOne } from '../../address/use-address.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar, NamesField } from '../../parts/filters.tsx'
import { Rows } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { Statement } from './statement.tsx'

/** Who said what to whom, where, on whose word. */
export function Statements() {
  const [by, setBy] = useMany('by')
  const [to, setTo] = useMany('to')
  const [channel] = useOne('channel')
  const options = {
    ...(by.length > 0 ? { by } : {}),
    ...(to.length > 0 ? { to } : {}),
    ...(channel ? { channel } : {}),
  }
  const asked = useAsk('statements', options)
  const navigate = useNavigate()
  return (
    <View
      title="Statements"
      lead="Who said what, to whom, through which channel, and who reports it."
      actions={<ExportMenu question="statements" options={options} />}
    >
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
    </View>
  )
}
