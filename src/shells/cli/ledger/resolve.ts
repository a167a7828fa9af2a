import { findActors } from '../../../6-answer/index.ts'
import type { Ledger } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'

/** The one actor that a name (or an id) means; where several bear it, their ids are told. */
export async function oneActor(ledger: Ledger, name: string): Promise<string> {
  const found = await findActors(ledger, name, {})
  if (found.length === 0) throw new ReadoutError('not-found', `the ledger knows nobody called “${name}”`)
  if (found.length > 1) {
    const ids = found.map((a) => `${a.id} (${a.name}, ${a.type}, ${a.documents} reports)`)
    throw new ReadoutError('judgement-invalid', `several are called “${name}”; name one by its id: ${ids.join('; ')}`)
  }
  return found[0]!.id
}
