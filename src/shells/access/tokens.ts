import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ReadoutError } from '../../model/errors.ts'
import { type Caller, OWNER, ROLES, type Role } from './roles.ts'

const entry = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  hash: z.string().length(64),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
const file = z.strictObject({ tokens: z.array(entry) })

/** A token as it is kept: never itself, only its hash. */
export type Token = z.infer<typeof entry>

/**
 * Of 256 random bits nothing can be guessed from a fast hash, so SHA-256 is enough, and a look-up by the hash tells
 * nothing by the time it takes.
 */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const newSecret = (): string => `readout_${randomBytes(32).toString('base64url')}`

export class Tokens {
  readonly #file: string
  #known = new Map<string, Token>()
  #read = -1
  #owner: string | null = null

  constructor(
    folder: string,
    readonly clock: () => number,
  ) {
    this.#file = path.join(folder, 'tokens.json')
  }

  /** Another process may have made or revoked a token since: the file is read again where it changed. */
  #load(): void {
    const changed = existsSync(this.#file) ? statSync(this.#file).mtimeMs : 0
    if (changed === this.#read) return
    this.#read = changed
    if (changed === 0) {
      this.#known = new Map()
      return
    }
    try {
      const { tokens } = file.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
      this.#known = new Map(tokens.map((token) => [token.hash, token]))
    } catch (cause) {
      throw new ReadoutError('file-unreadable', `${this.#file} holds no tokens`, { cause })
    }
  }

  #save(): void {
    mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 })
    const draft = `${this.#file}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify({ tokens: [...this.#known.values()] }, null, 2)}\n`, { mode: 0o600 })
    chmodSync(draft, 0o600)
    renameSync(draft, this.#file)
    this.#read = statSync(this.#file).mtimeMs
  }

  list(): readonly Token[] {
    this.#load()
    return [...this.#known.values()]
  }

  /** Gives the secret, which is shown once and kept nowhere. */
  make(name: string, role: Role, days?: number): { readonly secret: string; readonly token: Token } {
    this.#load()
    const secret = newSecret()
    const now = this.clock()
    const token: Token = {
      id: randomBytes(6).toString('hex'),
      name,
      role,
      hash: hashOf(secret),
      createdAt: new Date(now).toISOString(),
      expiresAt: days === undefined ? null : new Date(now + days * 86_400_000).toISOString(),
      revokedAt: null,
    }
    this.#known.set(token.hash, token)
    this.#save()
    return { secret, token }
  }

  /** Throws `not-found`. */
  revoke(id: string): Token {
    const token = this.list().find((held) => held.id === id && held.revokedAt === null)
    if (!token) throw new ReadoutError('not-found', `there is no token ${id} that holds (readout token --list)`)
    const revoked = { ...token, revokedAt: new Date(this.clock()).toISOString() }
    this.#known.set(token.hash, revoked)
    this.#save()
    return revoked
  }

  /** Makes the key of this process, which holds as long as it lives and is kept in no list; one made before ends. */
  ownerKey(): string {
    const secret = newSecret()
    this.#owner = hashOf(secret)
    return secret
  }

  /** Whether it is the key of this process. */
  isOwner(secret: string | null): boolean {
    return secret !== null && hashOf(secret) === this.#owner
  }

  /** Whose secret it is; null where it is nobody's, is over, or was revoked. */
  callerOf(secret: string): Caller | null {
    if (this.isOwner(secret)) return OWNER
    this.#load()
    const token = this.#known.get(hashOf(secret))
    if (!token || token.revokedAt !== null) return null
    if (token.expiresAt !== null && Date.parse(token.expiresAt) <= this.clock()) return null
    return { name: token.name, role: token.role }
  }
}
