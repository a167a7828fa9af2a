import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

/** Words by which a phrase points to an actor that it does not name: data/en/lexicon/reference/actor-phrases.yaml. */
export interface ActorPhrases {
  /** "government" of a state: the state itself. */
  readonly ofTheState: ReadonlySet<string>
  /** "The government", with nobody named whose it is. */
  readonly bareGovernment: ReadonlySet<string>
  /** "thousands" of refugees: the refugees. */
  readonly manyOf: ReadonlySet<string>
  /** Words at the head of a description that are no part of its name. */
  readonly dropped: ReadonlySet<string>
  /** "foreign minister" of somebody: a state. */
  readonly ofAState: ReadonlySet<string>
  /** "Its ambassador": those of a state. */
  readonly itsOfAState: ReadonlySet<string>
}

const FILE = 'lexicon/reference/actor-phrases.yaml'
const Row = z.strictObject({
  id: z.string(),
  heads: z.array(z.string()).min(1),
  reason: z.string().min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})

export function loadActorPhrases(source: LanguageData): ActorPhrases {
  const rows = checkRows(source, FILE, Row)
  const heads = (id: string): ReadonlySet<string> => {
    const row = rows.find((r) => r.id === id)
    if (!row) throw invalid(source, FILE, `the row ${id} is missing`)
    return new Set(row.heads)
  }
  return {
    ofTheState: heads('of-the-state'),
    bareGovernment: heads('bare-government'),
    manyOf: heads('many-of'),
    dropped: heads('dropped'),
    ofAState: heads('of-a-state'),
    itsOfAState: heads('its-of-a-state'),
  }
}
