import type { Db, Store, Tx } from './schema.ts'
import { OPEN } from './store/rows.ts'

/** Who is whom after the merges by people, as known at a time (null: now). */
export interface Merges {
  readonly canonical: (actor: string) => string
  /** The actor and all that were merged into whom it is. */
  readonly family: (actor: string) => readonly string[]
}

export async function mergesAt(store: Store, known: string | null, db: Db | Tx = store.db): Promise<Merges> {
  let query = db.selectFrom('actor_merges').select(['actor_id', 'canonical_id']).where('ledger', '=', store.ledger)
  query =
    known === null
      ? query.where('retracted_at', '=', OPEN)
      : query.where('recorded_at', '<=', known).where('retracted_at', '>', known)
  const into = new Map((await query.execute()).map((row) => [row.actor_id, row.canonical_id]))
  const canonical = (actor: string): string => {
    let at = actor
    // A merge into an actor that was merged itself leads on; `merge` makes no rings.
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
    return at
  }
  const families = new Map<string, string[]>()
  for (const actor of into.keys()) {
    const head = canonical(actor)
    families.set(head, [...(families.get(head) ?? [head]), actor])
  }
  return { canonical, family: (actor) => families.get(canonical(actor)) ?? [canonical(actor)] }
}
