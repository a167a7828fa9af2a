import { ReadoutError } from '../../../model/errors.ts'
import type { Role } from '../../access/roles.ts'
import { type Token, Tokens } from '../../access/tokens.ts'
import { complain, DONE, statusOf } from '../errors.ts'
import { print } from '../output.ts'
import { accessFolder } from './open.ts'

export interface TokenOptions {
  readonly ledger?: string
  readonly name?: string
  readonly role: Role
  readonly days?: number
  readonly list?: boolean
  readonly revoke?: string
}

const until = ({ revokedAt, expiresAt }: Token): string => {
  if (revokedAt !== null) return `revoked ${revokedAt.slice(0, 10)}`
  return expiresAt === null ? 'holds' : `holds until ${expiresAt.slice(0, 10)}`
}

const line = (token: Token): string =>
  `${token.id}  ${token.role.padEnd(7)}  ${until(token).padEnd(22)}  ${token.name}\n`

async function manage({ ledger, name, role, days, list, revoke }: TokenOptions): Promise<void> {
  const tokens = new Tokens(accessFolder(ledger), Date.now)
  if (list) return print(tokens.list().map(line).join('') || 'There are no tokens.\n')
  if (revoke !== undefined) return print(line(tokens.revoke(revoke)))
  if (!name?.trim()) throw new ReadoutError('usage', 'say whose token it is: readout token --name NAME --role reader')
  const { secret, token } = tokens.make(name.trim().slice(0, 200), role, days)
  process.stderr.write(`${line(token)}It is shown once and kept nowhere; send it as "Authorization: Bearer TOKEN".\n`)
  return print(`${secret}\n`)
}

export async function manageTokens(options: TokenOptions): Promise<number> {
  try {
    await manage(options)
    return DONE
  } catch (error) {
    complain(error)
    return statusOf(error)
  }
}
