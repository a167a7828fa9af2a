import type { StatementAct } from '../../../../src/model/index.ts'
import { useMany, useOne } from '../../address/use-address.ts'
import { Choice } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { View } from '../../parts/view.tsx'
import { List, useOptions } from './list.tsx'
import { SideBySide } from './side-by-side.tsx'

const SHOWN = [
  { value: 'list', label: 'List' },
  { value: 'sides', label: 'Side by side' },
] as const

/** Who said what to whom, where, on whose word. */
export function Statements() {
  const [shown = 'list', show] = useOne<(typeof SHOWN)[number]['value']>('show')
  const [left] = useOne('left')
  const [right] = useOne('right')
  const ofList = useOptions()
  const [both] = useOne('both')
  const [acts] = useMany<StatementAct>('acts')
  const two = [left, right].filter((name) => name !== undefined)
  const ofSides = { by: two, ...(acts.length > 0 ? { acts } : {}), ...(both === 'topics' ? { common: true } : {}) }
  const sides = shown === 'sides'
  return (
    <View
      title="Statements"
      lead="Who said what, to whom, through which channel, and who reports it."
      actions={
        <>
          <Choice
            label="How they are shown"
            options={SHOWN}
            value={sides ? 'sides' : 'list'}
            onChange={(next) => show(next === 'list' ? undefined : next)}
          />
          <ExportMenu question="statements" options={sides ? ofSides : ofList} />
        </>
      }
    >
      {sides ? <SideBySide /> : <List />}
    </View>
  )
}
