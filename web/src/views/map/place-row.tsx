import type { PlaceOnMap } from '../../../../src/6-answer/index.ts'
import { Button } from '../../parts/button.tsx'
import { Happening } from '../../parts/happening.tsx'
import { DownIcon, NextIcon } from '../../parts/icons.tsx'
import { ActorLink } from '../../parts/links.tsx'
import { plural } from '../../parts/words.ts'

const HOW: Readonly<Record<NonNullable<PlaceOnMap['by']>, string>> = {
  hand: 'placed by hand',
  land: 'a part of the world',
  state: 'a state',
  region: 'a region',
  county: 'a county',
  city: 'a city',
}

interface PlaceRowProps {
  readonly of: PlaceOnMap
  readonly open: boolean
  readonly toggle: () => void
  /** Begins to place it by hand; null: who asks may not. */
  readonly placeIt: (() => void) | null
  readonly takeOff: (() => void) | null
}

/** A place with what happened there, unfolded where it is chosen. */
export function PlaceRow({
  of: { place, position, by, country, happenings },
  open,
  toggle,
  placeIt,
  takeOff,
}: PlaceRowProps) {
  return (
    <article>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong>
          <ActorLink of={place} />
        </strong>
        <span className="text-s text-soft">
          {position === null ? 'not on the map' : [by && HOW[by], country].filter(Boolean).join(', ')}
        </span>
        <span className="ml-auto flex flex-wrap items-center gap-1">
          {placeIt && (position === null || by === 'hand') && (
            <Button look={position === null ? 'plain' : 'quiet'} onClick={placeIt}>
              {position === null ? 'Place it' : 'Move'}
            </Button>
          )}
          {takeOff && by === 'hand' && (
            <Button look="quiet" onClick={takeOff}>
              Take off
            </Button>
          )}
          <Button look="quiet" aria-expanded={open} onClick={toggle}>
            {plural(happenings.length, 'happening')} {open ? <DownIcon /> : <NextIcon />}
          </Button>
        </span>
      </div>
      {open && (
        <ul aria-label={`Happenings in ${place.name}`} className="mt-4 space-y-6">
          {happenings.map((one) => (
            <li key={one.id}>
              <Happening of={one} narrow />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
