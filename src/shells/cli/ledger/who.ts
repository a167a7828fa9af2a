import { userInfo } from 'node:os'
import type { Who } from '../../../ledger.ts'

/** Who judges, and why: as told, else the user of the machine. */
export function whoIs({ by, why }: { readonly by?: string; readonly why?: string }): Who {
  return { by: by ?? process.env.READOUT_USER ?? nameHere(), why: why ?? '' }
}

function nameHere(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
