import { fold } from '../../model/index.ts'
import type { Reliability } from '../held.ts'
import type { Who } from '../index.ts'
import type { Store } from '../schema.ts'
import { commit, insert, write } from '../store/rows.ts'
import { refuse } from './rows.ts'

const GRADES = ['A', 'B', 'C', 'D', 'E', 'F']

/** A new row; what is not given stays as it was, and no words for a group are none. A publisher that no report had yet is made. */
export const ratePublisher = (
  store: Store,
  name: string,
  rating: { readonly reliability?: Reliability; readonly group?: string },
  who: Who,
): Promise<void> =>
  write(store, async (w) => {
    const group = rating.group?.trim()
    if (fold(name) === '') throw refuse('the name of a publisher has letters')
    if (rating.reliability !== undefined && !GRADES.includes(rating.reliability))
      throw refuse(`reliability is one of ${GRADES.join(', ')}`)
    const row = await w.tx
      .selectFrom('publishers')
      .select('publisher_id')
      .where('ledger', '=', w.ledger)
      .where('fold', '=', fold(name))
      .executeTakeFirst()
    const id = row?.publisher_id ?? w.uuid()
    if (!row) await insert(w, 'publishers', [{ publisher_id: id, name, fold: fold(name) }])
    const last = await w.tx
      .selectFrom('publisher_ratings')
      .selectAll()
      .where('ledger', '=', w.ledger)
      .where('publisher_id', '=', id)
      .orderBy('recorded_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    await insert(w, 'publisher_ratings', [
      {
        publisher_id: id,
        reliability: rating.reliability ?? last?.reliability ?? null,
        group_name: group === undefined ? (last?.group_name ?? null) : group === '' ? null : group,
        by_whom: who.by,
        why: who.why,
      },
    ])
    await commit(w, 'rate', id, who.by)
  })
