import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import { type AgreementStatus, fold } from '../model/index.ts'
import { allRecords, timesOf } from './gather.ts'
import { unique } from './group.ts'
import { bestName, distinctive, GENERIC, nameOfPact, pactsOf } from './pacts-of.ts'
import type { Question } from './question.ts'
import type { NodeState } from './state.ts'
import { lastStatus } from './status.ts'

/** An agreement that words may mean. */
export interface Referent {
  readonly id: string
  readonly name: string
  readonly records: readonly HeldRecord[]
  /** Names of its own, folded, without an article. */
  readonly names: readonly string[]
  readonly documents: ReadonlySet<string>
}

const bare = (text: string): string => fold(text).replace(/^(the|a|an|its|their|this|that) /, '')

export const referentOf = (records: readonly HeldRecord[]): Referent => ({
  id: records[0]!.cluster ?? records[0]!.id,
  name: bestName(records.map(nameOfPact)),
  records,
  names: unique(
    records
      .map(nameOfPact)
      .filter((name) => distinctive(name) !== '')
      .map(bare),
  ),
  documents: new Set(records.map((r) => r.citation.document)),
})

export async function agreementsHeld(ledger: Ledger, question: Question): Promise<Referent[]> {
  const held = await allRecords(ledger, { ...timesOf(question), kinds: ['agreement'] })
  return pactsOf(held).map(referentOf)
}

/** The agreement that words mean: by a name of its own, or "the accord" where its report tells of one alone. */
export function meant(text: string, document: string, referents: readonly Referent[]): Referent | null {
  const words = bare(text)
  const named = referents.find((r) => r.names.includes(words))
  if (named) return named
  if (words === '' || !words.split(' ').every((word) => GENERIC.has(word))) return null
  const here = referents.filter((r) => r.documents.has(document))
  return here.length === 1 ? here[0]! : null
}

const MADE: readonly AgreementStatus[] = ['reached', 'signed', 'in force']
const UNMADE: readonly AgreementStatus[] = ['suspended', 'violated', 'ended', 'rejected']

/** Made, broken off, or still to come, by the last that is told as a fact. */
export function stateOfAgreement(records: readonly HeldRecord[]): { state: NodeState; shownBy: HeldRecord | null } {
  const last = lastStatus(records)
  if (last?.record.kind !== 'agreement') return { state: 'pending', shownBy: records[0] ?? null }
  const { status } = last.record
  return { state: MADE.includes(status) ? 'fulfilled' : UNMADE.includes(status) ? 'blocked' : 'pending', shownBy: last }
}
