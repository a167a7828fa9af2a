import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useSetAddress } from '../../address/use-address.ts'
import { useChange } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { saveBlob } from '../../parts/export-menu.tsx'
import { SaveIcon } from '../../parts/icons.tsx'
import { Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { Issues } from '../reading/issues.tsx'
import { Legend } from '../reading/legend.tsx'
import { Panes } from '../reading/panes.tsx'
import { readableOf } from '../reading/readable.ts'
import { type Draft, EMPTY, reportOf, useDraft } from './draft.ts'
import { Fields } from './fields.tsx'
import { Many } from './many.tsx'
import { draftOf, isAddress, readAddress, readFile } from './receive.ts'
import { Source } from './source.tsx'
import { useDrop } from './use-drop.ts'
import { useReading } from './use-reading.ts'

/** The draft with all the ways in which a report comes into it. */
function useDesk() {
  const [draft, change] = useDraft()
  const setAddress = useSetAddress()
  const [open, setOpen] = useState(draft.text === '')
  const [many, setMany] = useState<{ readonly files: readonly File[]; readonly set: number }>({ files: [], set: 0 })
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const read = useReading(draft)
  /** Rises with whatever comes into the draft: an answer that something came after is dropped. */
  const turn = useRef(0)
  const put = (next: Draft, reading?: Parameters<typeof read.readNow>[1]): void => {
    turn.current++
    change(next)
    read.readNow(next, reading)
    setOpen(false)
    setError(null)
    setAddress({ record: undefined, kinds: undefined })
  }
  const receive = async (reading: ReturnType<typeof readFile>): Promise<void> => {
    setBusy(true)
    setError(null)
    const own = ++turn.current
    try {
      const received = await reading
      if (own === turn.current) put(draftOf(received), received)
    } catch (cause) {
      if (own !== turn.current) return
      setError(cause as Error)
      setOpen(true)
    } finally {
      setBusy(false)
    }
  }
  const files = (chosen: readonly File[]): void => {
    if (chosen.length > 1) setMany(({ set }) => ({ files: chosen, set: set + 1 }))
    else if (chosen[0]) void receive(readFile(chosen[0]))
  }
  const address = (url: string): void => void receive(readAddress(url))
  const text = (given: string): void => (isAddress(given) ? address(given.trim()) : put({ ...EMPTY, text: given }))
  const over = useDrop({ files, text })
  const type = (text: string): void => {
    turn.current++
    setOpen(true)
    change({ ...draft, text })
  }
  return { draft, change, type, open, setOpen, many, setMany, error, busy, read, put, files, address, over }
}

/** Keeps the draft, and goes to where it is kept. */
function useKeep(draft: Draft, clear: () => void) {
  const navigate = useNavigate()
  return useChange(async () => {
    const added = await client.add(reportOf(draft)!)
    if (added.outcome === 'failed') throw new Error(added.problem.detail)
    clear()
    await navigate({
      to: '/documents/$id',
      params: { id: added.document },
      search: added.outcome === 'same' ? { kept: 'same' } : {},
    })
  })
}

export function Read() {
  const desk = useDesk()
  const section = useRef<HTMLElement>(null)
  const { draft, change, open, setOpen, read } = desk
  const keep = useKeep(draft, () => change(EMPTY))
  const { reading } = read
  const readable = useMemo(() => reading && readableOf(reading), [reading])
  const error = desk.error ?? (draft.text.trim() === '' ? null : read.error) ?? keep.error
  const save = (): void =>
    saveBlob(new Blob([JSON.stringify(reading, null, 2)], { type: 'application/json' }), 'reading.json')
  const actions = reading && (
    <>
      <Button onClick={save}>
        <SaveIcon /> Export
      </Button>
      <Button look="primary" disabled={keep.isPending || read.stale} onClick={() => keep.mutate(undefined)}>
        {keep.isPending ? 'Keeping …' : 'Keep it'}
      </Button>
    </>
  )
  return (
    <View title="Read" lead="A report, read at once. Nothing is kept until you say so." actions={actions}>
      {desk.many.files.length > 0 && (
        <Many
          key={desk.many.set}
          files={desk.many.files}
          close={() => desk.setMany(({ set }) => ({ files: [], set }))}
        />
      )}
      <section
        ref={section}
        aria-label="The draft"
        className={`mb-8 space-y-4 ${desk.over ? 'outline-2 outline-offset-8 outline-accent outline-dashed' : ''}`}
      >
        <Fields draft={draft} change={change} />
        {(open || draft.text === '') && (
          <Source
            draft={draft}
            busy={desk.busy}
            error={error}
            type={desk.type}
            paste={desk.put}
            files={desk.files}
            fetch={desk.address}
          />
        )}
        <p id="read-error" role="alert" className="text-s text-stop empty:hidden">
          {error?.message}
        </p>
        {draft.text !== '' && (
          <div className="flex gap-2">
            <Button onClick={() => setOpen(!open)} aria-expanded={open}>
              {open ? 'Fold the field' : 'Change the text'}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                desk.put(EMPTY)
                setOpen(true)
                requestAnimationFrame(() => section.current?.querySelector('textarea')?.focus())
              }}
            >
              Start with another
            </Button>
          </div>
        )}
      </section>
      {draft.text === '' && <Legend />}
      {read.loading && <Loading />}
      {readable && draft.text.trim() !== '' && (
        <Panes readable={readable} stale={read.stale} note={<Issues of={readable.reading.issues} />} />
      )}
    </View>
  )
}
