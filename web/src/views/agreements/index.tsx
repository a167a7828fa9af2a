import { useEffect, useMemo, useRef } from 'react'
import type { Pact as Agreed } from '../../../../src/6-answer/index.ts'
import { useOne } from '../../address/use-address.ts'
import { useAskAll } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { Rows, type RowsHandle } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { Pact } from './pact.tsx'

/** Those of which something is told as a fact first; each part in the order of the answer. */
const factsFirst = (pacts: readonly Agreed[]): readonly Agreed[] => [
  ...pacts.filter(({ status }) => status !== null),
  ...pacts.filter(({ status }) => status === null),
]

/** What is agreed between whom, and what became of it. */
export function Agreements() {
  const asked = useAskAll('agreements', {})
  const [chosen, choose] = useOne('pact')
  const rows = useMemo(() => factsFirst(asked.rows), [asked.rows])
  const toggle = (id: string): void => choose(id === chosen ? undefined : id)
  const list = useRef<RowsHandle>(null)
  const arrived = useRef(false)
  // Who comes by the address of one agreement sees it at once; who opens one by hand stays where he is.
  useEffect(() => {
    if (arrived.current || rows.length === 0) return
    arrived.current = true
    if (chosen) list.current?.show(chosen)
  }, [rows, chosen])
  const supposed = rows.find(({ status }) => status === null)
  return (
    <View
      title="Agreements"
      lead="What is agreed between whom, status by status, what it covers and leaves out, and what it hangs on."
      actions={<ExportMenu question="agreements" />}
    >
      <FilterBar />
      <Answered asked={asked} nothing="No agreement is told">
        <Rows
          name="Agreements"
          rows={rows}
          idOf={({ id }) => id}
          height={160}
          chosen={chosen}
          handle={list}
          open={({ id }) => toggle(id)}
        >
          {(row) => (
            <>
              {row === supposed && (
                <header className="mb-6 pt-6">
                  <h2 className="text-l font-semibold">Only proposed or supposed</h2>
                  <p className="text-s text-soft">No report tells these as a fact.</p>
                </header>
              )}
              <Pact of={row} open={row.id === chosen} toggle={() => toggle(row.id)} />
            </>
          )}
        </Rows>
      </Answered>
    </View>
  )
}
