import { type Caller, mayAct } from '../access/roles.ts'
import { Refused } from '../service/refused.ts'
import type { Input } from '../service/schemas/input.ts'

/** A page is fetched for analysts only: a fetch goes out in the server's name. */
export function mayFetch(caller: Caller | null, inputs: readonly Input[]): void {
  if (inputs.every((input) => input.text !== undefined)) return
  if (!caller || !mayAct(caller.role, 'analyst'))
    throw new Refused('role-missing', 'fetching a page needs the role analyst')
}
