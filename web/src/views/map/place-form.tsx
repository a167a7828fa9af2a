import { useEffect, useRef, useState } from 'react'
import type { Named } from '../../../../src/6-answer/index.ts'
import type { Position } from '../../../../src/model/index.ts'
import { useChange } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'

const FIELD = 'min-h-8 rounded-s border border-line-strong bg-raised px-3 text-s'

const isDegree = (text: string, most: number): boolean => text.trim() !== '' && Math.abs(Number(text)) <= most

interface PlaceFormProps {
  readonly of: Named
  /** Where the map was clicked last. */
  readonly draft: Position | null
  readonly setDraft: (position: Position) => void
  readonly done: () => void
}

/** Says where a place lies that no gazetteer has: by a click on the map, or by two numbers. */
export function PlaceForm({ of, draft, setDraft, done }: PlaceFormProps) {
  const [lat, setLat] = useState(String(draft?.lat ?? ''))
  const [lon, setLon] = useState(String(draft?.lon ?? ''))
  const [why, setWhy] = useState('')
  const [seen, setSeen] = useState(draft)
  if (draft !== seen) {
    setSeen(draft)
    if (draft) {
      setLat(String(draft.lat))
      setLon(String(draft.lon))
    }
  }
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const place = useChange((position: Position) => client.place(of.id, position, why.trim()))
  const fits = isDegree(lat, 90) && isDegree(lon, 180)
  const type = (nextLat: string, nextLon: string): void => {
    setLat(nextLat)
    setLon(nextLon)
    if (!isDegree(nextLat, 90) || !isDegree(nextLon, 180)) return
    const position = { lat: Number(nextLat), lon: Number(nextLon) }
    setSeen(position)
    setDraft(position)
  }
  return (
    <form
      aria-label={`Place ${of.name}`}
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (fits) place.mutate({ lat: Number(lat), lon: Number(lon) }, { onSuccess: done })
      }}
    >
      <p>
        Where does <strong>{of.name}</strong> lie? Click the map, or type its degrees.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <label className="text-s text-soft">
          Latitude, north positive
          <input
            className={`${FIELD} mt-1 block w-32 text-ink`}
            ref={first}
            inputMode="decimal"
            value={lat}
            onChange={(event) => type(event.target.value, lon)}
          />
        </label>
        <label className="text-s text-soft">
          Longitude, east positive
          <input
            className={`${FIELD} mt-1 block w-32 text-ink`}
            inputMode="decimal"
            value={lon}
            onChange={(event) => type(lat, event.target.value)}
          />
        </label>
        <label className="min-w-40 flex-1 text-s text-soft">
          Why there
          <input
            className={`${FIELD} mt-1 block w-full text-ink`}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </label>
      </div>
      {place.error && (
        <p role="alert" className="text-s text-stop">
          {place.error.message}
        </p>
      )}
      <div className="flex gap-1">
        <Button type="submit" look="primary" disabled={!fits || place.isPending}>
          Place it there
        </Button>
        <Button look="quiet" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
