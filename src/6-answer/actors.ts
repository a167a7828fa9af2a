import type { Ledger, WorldActor } from '../5-ledger/index.ts'
import type { ActorType, Links } from '../model/index.ts'
import type { Answer } from './answer.ts'
import { compare } from './cite.ts'
import { finish, unanswered } from './gather.ts'
import { findActors, knownThen, nearestNames } from './names.ts'
import type { Question } from './question.ts'

/** Somebody (or some body) of the world, by every name that reports use. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly type: ActorType
  readonly names: readonly string[]
  readonly links: Links
  readonly documents: number
}

export interface ActorsOptions {
  readonly types?: readonly ActorType[]
  /** Words, each of which begins a word of one and the same of its names. */
  readonly begins?: string
}

export const known = (actor: WorldActor): Known => ({
  id: actor.id,
  name: actor.name,
  type: actor.type,
  names: actor.names.map((n) => n.name).filter((n) => n !== actor.name),
  links: actor.links,
  documents: actor.documents,
})

const LIMIT = 100_000

/** Whom the ledger knows, those of most reports first. */
export async function actors(
  ledger: Ledger,
  question: Question = {},
  options: ActorsOptions = {},
): Promise<Answer<Known>> {
  const asked = 'actors'
  const when = knownThen(question)
  const begins = options.begins === undefined ? {} : { words: options.begins }
  const held: WorldActor[] = []
  for (const name of question.about ?? []) {
    const found = await findActors(ledger, name, question)
    if (found.length === 0) {
      const nearest = await nearestNames(ledger, name, question)
      const message = `The ledger knows nobody called “${name}”.`
      return unanswered(asked, question, { code: 'unknown-name', message, nearest })
    }
    held.push(...found)
  }
  if (!question.about) {
    const types = options.types ? { types: options.types } : {}
    held.push(...(await ledger.actors({ ...when, ...begins, ...types, limit: LIMIT })))
  } else if (options.begins !== undefined) {
    const ids = held.map(({ id }) => id)
    held.splice(0, held.length, ...(await ledger.actors({ ids, ...when, ...begins })))
  }
  const rows = held
    .filter((a) => !options.types || options.types.includes(a.type))
    .map(known)
    .sort((a, b) => b.documents - a.documents || compare(a.name, b.name))
  return finish(ledger, asked, question, rows)
}
