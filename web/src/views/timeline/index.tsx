import { useNavigate } from '@tanstack/react-router'
import { memo, type RefObject, useCallback, useMemo, useRef } from 'react'
import type { Happening as Happened } from '../../../../src/6-answer/index.ts'
import { EVENT_TYPES, type EventType } from '../../../../src/model/index.ts'
import { useMany, useOne } from '../../address/use-address.ts'
import { useResting } from '../../address/use-resting.ts'
import { type Asked, useAskAll } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Button, IconButton } from '../../parts/button.tsx'
import { Chips, Choice } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { Happening } from '../../parts/happening.tsx'
import { MinusIcon, PlusIcon } from '../../parts/icons.tsx'
import { Rows, type RowsHandle } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { plural, spoken } from '../../parts/words.ts'
import { useKeys } from '../../shell/keys.tsx'
import { type LanesBy, lanesOf, placedOf } from './lanes.ts'
import { Legend } from './legend.tsx'
import { Picture } from './picture.tsx'
import { type Days, useDays } from './use-days.ts'

/** More than these are not drawn; filters bring them down. */
const MOST = 20_000

const TYPES = EVENT_TYPES.map((type) => ({ value: type, label: spoken(type) }))
const BY: readonly { readonly value: LanesBy; readonly label: string }[] = [
  { value: 'kind', label: 'What was done' },
  { value: 'actor', label: 'Who did it' },
]

const FINER = 2 / 3
const STEP = 0.25

function ZoomButtons({ days }: { readonly days: Days }) {
  useKeys('Timeline', [
    { keys: '+', does: 'Fewer days', run: () => days.zoom(FINER) },
    { keys: '-', does: 'More days', run: () => days.zoom(1 / FINER) },
    { keys: 'f', does: 'All days', run: days.fit },
    { keys: 'ArrowLeft', does: 'Earlier days', run: () => days.move(-STEP) },
    { keys: 'ArrowRight', does: 'Later days', run: () => days.move(STEP) },
  ])
  return (
    <div className="flex items-center gap-1">
      <IconButton look="plain" label="More days" onClick={() => days.zoom(1 / FINER)}>
        <MinusIcon />
      </IconButton>
      <IconButton look="plain" label="Fewer days" onClick={() => days.zoom(FINER)}>
        <PlusIcon />
      </IconButton>
      <Button onClick={days.fit} disabled={days.fitted}>
        All days
      </Button>
    </div>
  )
}

/** Drawn anew where its rows or the chosen one change, and not at each step of a zoom. */
const List = memo(function List({
  rows,
  total,
  chosen,
  choose,
  handle,
}: {
  readonly rows: readonly Happened[]
  readonly total: number
  readonly chosen: string | undefined
  readonly choose: (row: Happened) => void
  readonly handle: RefObject<RowsHandle | null>
}) {
  const navigate = useNavigate()
  const open = ({ citations: [first] }: Happened): void => {
    if (!first) return
    void navigate({ to: '/documents/$id', params: { id: first.document }, search: { record: first.record } })
  }
  return (
    <>
      <p className="label border-b border-line pb-2">{plural(total, 'happening')}</p>
      <Rows
        name="Happenings"
        rows={rows}
        total={total}
        idOf={(row) => row.id}
        chosen={chosen}
        choose={choose}
        open={open}
        handle={handle}
      >
        {(row) => <Happening of={row} />}
      </Rows>
    </>
  )
})

/** The picture, and the list of the same rows: what is chosen in one is chosen in the other. */
function Both({ asked: { rows, total } }: { readonly asked: Asked<'timeline'> }) {
  const [by = 'kind', setBy] = useOne<LanesBy>('lanes')
  const [chosen, setChosen] = useResting('row')
  const list = useRef<RowsHandle>(null)
  const placed = useMemo(() => placedOf(rows), [rows])
  const lanes = useMemo(() => lanesOf(placed, by), [placed, by])
  const days = useDays(placed)
  const latest = useRef({ placed, days })
  latest.current = { placed, days }
  const choose = useCallback((id: string) => setChosen(id), [setChosen])
  const chooseRow = useCallback(
    ({ id }: Happened): void => {
      // What is out of sight in the picture is moved into it.
      const { from, to, move } = latest.current.days
      const one = latest.current.placed.find(({ row }) => row.id === id)
      if (one && (one.at < from || one.at > to)) move((one.at - (from + to) / 2) / (to - from))
      setChosen(id)
    },
    [setChosen],
  )
  const show = useCallback((id: string) => list.current?.show(id), [])
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Choice label="Lanes" options={BY} value={by} onChange={(next) => setBy(next === 'kind' ? undefined : next)} />
        <ZoomButtons days={days} />
      </div>
      <Picture lanes={lanes} days={days} chosen={chosen} choose={choose} show={show} />
      <div className="mt-3 mb-6 border-t border-line pt-3">
        <Legend />
      </div>
      <List rows={rows} total={total} chosen={chosen} choose={chooseRow} handle={list} />
    </>
  )
}

/** What happened when: a picture over days, and the list of the same. */
export function Timeline() {
  const [types, setTypes] = useMany<EventType>('types')
  const options = types.length > 0 ? { types } : {}
  const asked = useAskAll('timeline', options, { most: MOST })
  return (
    <View
      title="Timeline"
      lead="What happened when, each happening once, however many reports tell it."
      actions={<ExportMenu question="timeline" options={options} />}
    >
      <FilterBar />
      <div className="mb-6 overflow-x-auto md:overflow-visible">
        <div className="w-max p-[2px] md:w-auto">
          <Chips label="What was done" options={TYPES} values={types} onChange={setTypes} />
        </div>
      </div>
      <Answered asked={asked} nothing="Nothing of the kind happened, as far as the ledger knows">
        <Both asked={asked} />
      </Answered>
    </View>
  )
}
