import type { Ledger, WorldActor } from '../5-ledger/index.ts'
import type { ActorType, Links } from '../model/index.ts'
import type { Answer } from './answer.ts'
import { compare } from './cite.ts'
import { finish } from './gather.ts'
import { findActors, nearestNames } from './names.ts'
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
  const held: WorldActor[] = []
  for (const name of question.about ?? []) {
    const found = await findActors(ledger, name, question)
    if (found.length === 0) {
      const nearest = await nearestNames(ledger, name, question)
      return {
        asked,
        question,
        rows: [],
        leftOff: 0,
        none: { code: 'unknown-name', message: `The ledger knows nobody called “${name}”.`, nearest },
      }
    }
    held.push(...found)
  }
  if (!question.about) {
    const when = question.known === undefined ? {} : { known: question.known }
    held.push(...(await ledger.actors({ ...when, limit: LIMIT, ...(options.types ? { types: options.types } : {}) })))
  }
  const rows = held
    .filter((a) => !options.types || options.types.includes(a.type))
    .map(known)
    .sort((a, b) => b.documents - a.documents || compare(a.name, b.name))
  return finish(ledger, asked, question, rows)
}
