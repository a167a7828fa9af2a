import type { Added, Provenance, Told } from '../index.ts'
import type { Store } from '../schema.ts'
import { ask } from '../store/rows.ts'
import { findVersion, hashOf, keysOf, numberOf } from '../write/identity.ts'

/** What adding would answer where the text is held as it is: nothing of it would be written, so it need not be read. */
export const holds = (store: Store, told: Told, provenance: Provenance): Promise<Added | null> =>
  ask(store, async (db) => {
    const hash = hashOf(told.text)
    const same = (text: string): boolean => hashOf(text) === hash
    const latest = await findVersion({ db, ledger: store.ledger }, keysOf(told, provenance), same)
    const version = latest && (await numberOf({ db, ledger: store.ledger }, latest, told))
    if (!latest || version === null) return null
    return { outcome: 'same', document: latest.document_id, version, added: 0, kept: 0, retracted: 0 }
  })
