import { useNavigate } from '@tanstack/react-router'
import { useId, useMemo, useState } from 'react'
import { useFilters, useMany, useOne, useSetAddress } from '../../address/use-address.ts'
import { useResting } from '../../address/use-resting.ts'
import { type Asked, useAskAll } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Button, IconButton } from '../../parts/button.tsx'
import { Chips, Choice } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar, isChosen } from '../../parts/filters.tsx'
import { CloseIcon, MinusIcon, OutIcon, PlusIcon } from '../../parts/icons.tsx'
import { View } from '../../parts/view.tsx'
import { plural, spoken } from '../../parts/words.ts'
import { useKeys } from '../../shell/keys.tsx'
import { type Net, netOf } from './graph.ts'
import { Legend } from './legend.tsx'
import { hasWebGl, Sheet } from './sheet.tsx'
import { Table } from './table.tsx'
import { type Tie, tieOfHappening, tieOfRelation, touches } from './ties.ts'

type Edges = 'relations' | 'events'
const EDGES: readonly { readonly value: Edges; readonly label: string }[] = [
  { value: 'relations', label: 'What they are to each other' },
  { value: 'events', label: 'What they did to each other' },
]
const FINER = 2 / 3

interface Camera {
  readonly zoom: (factor: number) => void
  readonly fit: () => void
}

/** A name that is typed chooses its actor. */
function FindField({ net, choose }: { readonly net: Net; readonly choose: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const list = useId()
  const names = useMemo(() => net.mapNodes((id, { label }) => ({ id, label })), [net])
  const find = (name: string): boolean => {
    const found = names.find(({ label }) => label.toLowerCase() === name.trim().toLowerCase())
    if (found) choose(found.id)
    return found !== undefined
  }
  return (
    <>
      <input
        aria-label="Find an actor in the network"
        placeholder="Find in the network"
        list={list}
        value={typed}
        onChange={({ target: { value }, nativeEvent }) => setTyped(isChosen(nativeEvent) && find(value) ? '' : value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter' && find(currentTarget.value)) setTyped('')
        }}
        className="min-h-8 w-44 rounded-s border border-line-strong bg-raised px-3 text-s placeholder:text-soft"
      />
      <datalist id={list}>
        {names.map(({ id, label }) => (
          <option key={id} value={label} />
        ))}
      </datalist>
    </>
  )
}

function CameraButtons({ camera }: { readonly camera: Camera | null }) {
  useKeys('Network', [
    { keys: '+', does: 'Closer', run: () => camera?.zoom(FINER) },
    { keys: '-', does: 'Farther', run: () => camera?.zoom(1 / FINER) },
    { keys: 'f', does: 'All of it', run: () => camera?.fit() },
  ])
  return (
    <div className="ml-auto flex items-center gap-1">
      <IconButton look="plain" label="Farther" onClick={() => camera?.zoom(1 / FINER)}>
        <MinusIcon />
      </IconButton>
      <IconButton look="plain" label="Closer" onClick={() => camera?.zoom(FINER)}>
        <PlusIcon />
      </IconButton>
      <Button onClick={() => camera?.fit()}>All of it</Button>
    </div>
  )
}

function Chosen({ name, open, drop }: { readonly name: string; readonly open: () => void; readonly drop: () => void }) {
  useKeys('Network', [
    { keys: 'Enter', does: 'Open the chosen actor', run: open },
    { keys: 'Escape', does: 'Choose nobody', run: drop },
  ])
  return (
    <div className="flex flex-wrap items-center gap-1">
      <strong className="mr-2">{name}</strong>
      <Button onClick={open}>
        <OutIcon /> Open
      </Button>
      <IconButton label="Choose nobody" onClick={drop}>
        <CloseIcon />
      </IconButton>
    </div>
  )
}

/** The picture and its table: who is chosen in one is chosen in the other. */
function Both({ ties }: { readonly ties: readonly Tie[] }) {
  const [actor, setActor] = useOne('who')
  const [row, setRow] = useResting('row')
  const navigate = useNavigate()
  const net = useMemo(() => netOf(ties), [ties])
  const [drawable, setDrawable] = useState(hasWebGl)
  const [camera, setCamera] = useState<Camera | null>(null)
  const name = actor !== undefined && net.hasNode(actor) ? net.getNodeAttribute(actor, 'label') : null
  const listed = useMemo(() => (name ? ties.filter((tie) => touches(tie, actor!)) : ties), [ties, name, actor])
  const open = (id: string): void => void navigate({ to: '/actors/$id', params: { id } })
  return (
    <div className={drawable ? 'grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : ''}>
      {drawable ? (
        <section aria-label="Picture" className="xl:sticky xl:top-32">
          <div className="mb-2 flex flex-wrap items-center gap-2">
            <FindField net={net} choose={setActor} />
            <CameraButtons camera={camera} />
          </div>
          <div className="h-96 border-y border-line xl:h-[calc(100dvh-264px)]">
            <Sheet
              net={net}
              actor={name ? actor : undefined}
              tie={row}
              choose={setActor}
              open={open}
              failed={() => setDrawable(false)}
              camera={setCamera}
            />
          </div>
          <div className="mt-3">
            <Legend />
          </div>
        </section>
      ) : (
        <p className="mb-6 text-soft">
          This browser draws no WebGL, which the picture needs; the table holds the same.
        </p>
      )}
      <section aria-label="Table" className="min-w-0">
        <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-2">
          {name ? (
            <Chosen name={name} open={() => open(actor!)} drop={() => setActor(undefined)} />
          ) : (
            <span className="text-s text-soft">{plural(net.order, 'actor')}</span>
          )}
          <span className="text-s text-soft">{plural(listed.length, 'row')}</span>
        </div>
        <Table ties={listed} chosen={row} choose={(tie) => setRow(tie.id)} />
      </section>
    </div>
  )
}

/** The rows of one of the two questions, narrowed to the chosen kinds of tie. */
function Ties<N extends 'relations' | 'timeline'>({
  asked,
  all,
  nothing,
}: {
  readonly asked: Asked<N>
  readonly all: readonly Tie[]
  readonly nothing: string
}) {
  const [kinds, setKinds] = useMany('kinds')
  const codes = [...new Set([...all.map(({ code }) => code as string), ...kinds])].sort()
  const ties = useMemo(() => (kinds.length === 0 ? all : all.filter(({ code }) => kinds.includes(code))), [all, kinds])
  return (
    <Answered asked={asked} nothing={nothing}>
      <div className="mb-6">
        <Chips
          label="Kinds of tie"
          options={codes.map((code) => ({ value: code, label: spoken(code) }))}
          values={kinds}
          onChange={setKinds}
        />
      </div>
      <Both ties={ties} />
    </Answered>
  )
}

function Relations() {
  const asked = useAskAll('relations', {})
  const all = useMemo(() => asked.rows.map(tieOfRelation), [asked.rows])
  return <Ties asked={asked} all={all} nothing="Nobody is anything to anybody" />
}

function Events() {
  const asked = useAskAll('timeline', {})
  const all = useMemo(
    () => asked.rows.map(tieOfHappening).filter(({ from, to }) => from.length + to.length > 1),
    [asked.rows],
  )
  return <Ties asked={asked} all={all} nothing="Nobody did anything to anybody" />
}

/** The rows that are listed, as a file: those of the chosen actor where one is chosen. */
function Export({ edges, kinds }: { readonly edges: Edges; readonly kinds: readonly string[] }) {
  const [who] = useOne('who')
  const { about } = useFilters()
  const relations = useAskAll('relations', {}, { when: edges === 'relations' })
  const events = useAskAll('timeline', {}, { when: edges === 'events' })
  const ties = edges === 'events' ? events.rows.map(tieOfHappening) : relations.rows.map(tieOfRelation)
  const fits = (tie: Tie): boolean => kinds.length === 0 || kinds.includes(tie.code)
  // A question about two is about either of them: with others asked about, the file has all their rows.
  const only = who !== undefined && !about && ties.some((tie) => fits(tie) && touches(tie, who)) ? { about: [who] } : {}
  const chosen = kinds.length === 0 ? {} : edges === 'events' ? { types: kinds } : { predicates: kinds }
  return <ExportMenu question={edges === 'events' ? 'timeline' : 'relations'} options={{ ...chosen, ...only }} />
}

/** Who with whom. */
export function Network() {
  const [edges = 'relations'] = useOne<Edges>('edges')
  const [kinds] = useMany('kinds')
  const set = useSetAddress()
  return (
    <View
      title="Network"
      lead="Who with whom: what reports say actors are, and did, to each other."
      actions={<Export edges={edges} kinds={kinds} />}
    >
      <FilterBar>
        <Choice
          label="Lines"
          options={EDGES}
          value={edges}
          onChange={(next) => set({ edges: next === 'relations' ? undefined : next, kinds: undefined, row: undefined })}
        />
      </FilterBar>
      {edges === 'events' ? <Events /> : <Relations />}
    </View>
  )
}
