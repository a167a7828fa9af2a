import { useMemo, useRef, useState } from 'react'
import type { PlaceOnMap } from '../../../../src/6-answer/index.ts'
import type { Position } from '../../../../src/model/index.ts'
import { useFilters, useOne } from '../../address/use-address.ts'
import { type Asked, useAskAll, useChange, useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Answered } from '../../parts/answered.tsx'
import { Button, IconButton } from '../../parts/button.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { MinusIcon, PlusIcon } from '../../parts/icons.tsx'
import { Rows, type RowsHandle } from '../../parts/rows.tsx'
import { useWidth } from '../../parts/use-width.ts'
import { View } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { useKeys } from '../../shell/keys.tsx'
import { PlaceForm } from './place-form.tsx'
import { PlaceRow } from './place-row.tsx'
import { Sheet } from './sheet.tsx'
import { placesWithin } from './time.ts'
import { TimeBar } from './time-bar.tsx'
import { type Camera, useCamera } from './use-camera.ts'

const FINER = 2 / 3
const STEP = 0.15

interface Placing {
  readonly of: PlaceOnMap['place']
  readonly draft: Position | null
}

function CameraButtons({ camera }: { readonly camera: Camera }) {
  const move = (x: number, y: number) => () => camera.moveBy({ x, y })
  useKeys('Map', [
    { keys: '+', does: 'Closer', run: () => camera.zoomBy(FINER) },
    { keys: '-', does: 'Farther', run: () => camera.zoomBy(1 / FINER) },
    { keys: 'f', does: 'All places', run: camera.reset },
    { keys: 'Shift+ArrowLeft', does: 'To the west', run: move(-STEP, 0) },
    { keys: 'Shift+ArrowRight', does: 'To the east', run: move(STEP, 0) },
    { keys: 'Shift+ArrowUp', does: 'To the north', run: move(0, -STEP) },
    { keys: 'Shift+ArrowDown', does: 'To the south', run: move(0, STEP) },
  ])
  return (
    <div className="flex items-center gap-1">
      <IconButton look="plain" label="Farther" onClick={() => camera.zoomBy(1 / FINER)}>
        <MinusIcon />
      </IconButton>
      <IconButton look="plain" label="Closer" onClick={() => camera.zoomBy(FINER)}>
        <PlusIcon />
      </IconButton>
      <Button onClick={camera.reset}>All places</Button>
      <Button onClick={() => camera.fit([])}>The world</Button>
    </div>
  )
}

interface PicturesProps {
  readonly all: readonly PlaceOnMap[]
  readonly places: readonly PlaceOnMap[]
  readonly chosen: string | undefined
  readonly choose: (place: string) => void
  readonly placing: Placing | null
  readonly put: (position: Position) => void
  readonly done: () => void
}

/** The map, and below it the days, or where to put a place. */
function Pictures({ all, places, chosen, choose, placing, put, done }: PicturesProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const height = Math.round(width < 500 ? width * 0.8 : Math.min(width * 0.62, Math.max(240, window.innerHeight - 340)))
  const positions = useMemo(() => all.flatMap(({ position }) => position ?? []), [all])
  const camera = useCamera(positions, height / Math.max(1, width))
  const shown = places.reduce((sum, { happenings }) => sum + happenings.length, 0)
  return (
    <section aria-label="Picture" className="min-w-0 xl:sticky xl:top-32">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <CameraButtons camera={camera} />
        <span className="text-s text-soft">a circle: a place, with the number of its happenings</span>
      </div>
      <div ref={frame} className="border-y border-line" style={{ minHeight: height }}>
        {width > 0 && (
          <Sheet
            places={places}
            camera={camera}
            width={width}
            height={height}
            chosen={chosen}
            choose={choose}
            draft={placing ? (placing.draft ?? 'asked') : null}
            put={put}
          />
        )}
      </div>
      {placing ? (
        <PlaceForm key={placing.of.id} of={placing.of} draft={placing.draft} setDraft={put} done={done} />
      ) : (
        width > 0 && <TimeBar places={all} width={width} shown={shown} />
      )}
    </section>
  )
}

/** Who may place: analysts, and not in the past. */
function useMayPlace(): boolean {
  const { data } = useRead(['me'], () => client.me())
  const { known } = useFilters()
  return data !== undefined && data.role !== 'reader' && known === undefined
}

function Both({ asked: { rows } }: { readonly asked: Asked<'places'> }) {
  const { since, until } = useFilters()
  const [chosen, setChosen] = useOne('place')
  const [placing, setPlacing] = useState<Placing | null>(null)
  const list = useRef<RowsHandle>(null)
  const mayPlace = useMayPlace()
  const takeOff = useChange((place: string) => client.place(place, null))
  const places = useMemo(
    () => placesWithin(rows, { ...(since ? { since } : {}), ...(until ? { until } : {}) }),
    [rows, since, until],
  )
  const listed = useMemo(
    () => [...places.filter(({ position }) => position), ...places.filter(({ position }) => !position)],
    [places],
  )
  const off = places.filter(({ position }) => !position).length
  const put = (draft: Position): void => setPlacing(placing && { ...placing, draft })
  return (
    <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Pictures
        all={rows}
        places={places}
        chosen={chosen}
        choose={(id) => {
          setChosen(id)
          list.current?.show(id)
        }}
        placing={placing}
        put={put}
        done={() => setPlacing(null)}
      />
      <section aria-label="List" className="min-w-0">
        <p className="label flex min-h-8 items-center border-b border-line">
          {plural(places.length, 'place')}
          {off > 0 && `, ${off} of them not on the map: no gazetteer knows ${off === 1 ? 'it' : 'them'}`}
        </p>
        {places.length === 0 && <p className="py-4 text-soft">Nothing happened anywhere on these days.</p>}
        <Rows
          name="Places"
          rows={listed}
          idOf={(row) => row.place.id}
          height={64}
          chosen={chosen}
          handle={list}
          open={(row) => setChosen(row.place.id === chosen ? undefined : row.place.id)}
        >
          {(row) => (
            <PlaceRow
              of={row}
              open={row.place.id === chosen}
              toggle={() => setChosen(row.place.id === chosen ? undefined : row.place.id)}
              placeIt={mayPlace ? () => setPlacing({ of: row.place, draft: row.position }) : null}
              takeOff={mayPlace ? () => takeOff.mutate(row.place.id) : null}
            />
          )}
        </Rows>
      </section>
    </div>
  )
}

/** What happened where. */
export function WorldMap() {
  const { since, until, ...filters } = useFilters()
  // All days are asked for and the chosen ones picked here: the bars show all of them, and stepping does not wait.
  const asked = useAskAll('places', {}, { filters })
  return (
    <View
      title="Map"
      lead="What happened where, and when: happenings whose place a report names."
      actions={<ExportMenu question="places" />}
    >
      <FilterBar />
      <Answered asked={asked} nothing="No report says where anything happened">
        <Both asked={asked} />
      </Answered>
    </View>
  )
}
