/** Each role may do what those before it may. */
export const ROLES = ['reader', 'analyst', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const mayAct = (has: Role, needs: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needs)

/** Who asks. */
export interface Caller {
  /** The token's name; judgements are kept under it. */
  readonly name: string
  readonly role: Role
  /** Brought the key of the process itself, which lies beside the ledger for its owner alone. */
  readonly owner?: boolean
}

/** Whoever sits at this machine. */
export const LOCAL: Caller = { name: 'local', role: 'admin' }
export const OWNER: Caller = { ...LOCAL, owner: true }
