import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContradictionType } from '../../../../src/model/index.ts'
import { useMany, useOne, useTimes } from '../../address/use-address.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Chips } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { JudgedList } from '../../parts/judged-list.tsx'
import { useMayJudge } from '../../parts/judging.ts'
import { Rows } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { Disagreement } from './disagreement.tsx'
import { JudgeDialog, type Pending } from './judge-dialog.tsx'
import { TYPES } from './words.ts'

const OPTIONS = Object.entries(TYPES).map(([value, { label }]) => ({ value: value as ContradictionType, label }))

/** Where reports cannot both be right: two quotations side by side. */
export function Disagreements() {
  const [types, setTypes] = useMany<ContradictionType>('types')
  const [revisions, setRevisions] = useOne('revisions')
  const { known } = useTimes()
  const mayJudge = useMayJudge()
  const [pending, setPending] = useState<Pending | null>(null)
  const fitting = types.filter((type) => type in TYPES)
  const options = {
    ...(fitting.length > 0 ? { types: fitting } : {}),
    ...(revisions === 'true' ? { revisions: true } : {}),
  }
  const asked = useAsk('disagreements', options)
  const navigate = useNavigate()
  return (
    <View
      title="Disagreements"
      lead="Reports of one thing that cannot both be right, side by side. What differs is lit; which of them is right is yours to judge."
      actions={<ExportMenu question="disagreements" options={options} />}
    >
      <FilterBar>
        <Chips label="What differs" options={OPTIONS} values={fitting} onChange={setTypes} />
        <label className="flex min-h-6 items-center gap-2 text-s">
          <input
            type="checkbox"
            checked={revisions === 'true'}
            onChange={(event) => setRevisions(event.target.checked ? 'true' : undefined)}
            className="size-4 accent-[var(--accent)]"
          />
          Revisions too
        </label>
      </FilterBar>
      <JudgedList />
      <Answered asked={asked} nothing="No reports contradict each other">
        <Rows
          name="Disagreements"
          rows={asked.rows}
          total={asked.total}
          more={asked.more}
          idOf={(row) => row.id}
          height={280}
          open={({ later: { citation, record } }) =>
            void navigate({
              to: '/documents/$id',
              params: { id: citation.document },
              search: { version: String(citation.version), record },
            })
          }
        >
          {(row) => <Disagreement of={row} ask={mayJudge && !known ? setPending : null} />}
        </Rows>
      </Answered>
      <JudgeDialog of={pending} close={() => setPending(null)} />
    </View>
  )
}
