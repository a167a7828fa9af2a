import type { Position } from '../../model/index.ts'
import type { Placed } from '../held.ts'
import type { Who } from '../index.ts'
import { mergesAt } from '../merges.ts'
import type { Store } from '../schema.ts'
import { commit, insert, write } from '../store/rows.ts'
import { mustExist } from './actors.ts'
import { refuse } from './rows.ts'

const inside = (degrees: number, most: number): boolean => Number.isFinite(degrees) && Math.abs(degrees) <= most

/** A new row; the newest counts. Null: the actor is no longer placed by hand. */
export const placeActor = (store: Store, actor: string, position: Position | null, who: Who): Promise<Placed> =>
  write(store, async (w) => {
    if (position && !(inside(position.lat, 90) && inside(position.lon, 180)))
      throw refuse('a latitude is a number from -90 to 90, a longitude one from -180 to 180')
    await mustExist(w, actor)
    const id = (await mergesAt(w, null, w.tx)).canonical(actor)
    const { lat, lon } = position ?? { lat: null, lon: null }
    await insert(w, 'place_positions', [{ actor_id: id, lat, lon, by_whom: who.by, why: who.why }])
    await commit(w, 'place', id, who.by)
    return { actor: id, position, by: who.by, why: who.why, recordedAt: w.at }
  })
