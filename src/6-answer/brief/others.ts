import type { HeldRecord } from '../../5-ledger/index.ts'
import type { AgreementStatus, DependencyRelation, StatementAct } from '../../model/index.ts'
import { committed, HEDGES } from './hedges.ts'
import { according, list, namesIn, opening, quoted } from './sentence.ts'

const SAID: Readonly<Record<StatementAct, string>> = {
  say: 'said',
  announce: 'announced',
  deny: 'denied',
  admit: 'admitted',
  claim: 'claimed',
  promise: 'promised',
  ask: 'asked',
  warn: 'warned',
  hint: 'hinted',
}

/** "Said", or "told Velmar", as far as the record commits itself to its having been said. */
function saying(record: HeldRecord, act: StatementAct): string {
  const to = namesIn(record, 'hearer')
  return act === 'say' && to ? `${committed(record, 'told', 'tell')} ${to}` : committed(record, SAID[act], act)
}

export function statementText(record: HeldRecord): string {
  if (record.record.kind !== 'statement') throw new TypeError(`record ${record.id} is no statement`)
  const when = opening(record)
  const channel = record.record.channel ? ` (${record.record.channel})` : ''
  return `${when ? `${when} ` : ''}${namesIn(record, 'speaker')} ${saying(record, record.record.act)}${channel}: ${quoted(record, 'content')}`
}

const STATUSES: Readonly<Record<AgreementStatus, string>> = {
  proposed: 'was proposed',
  discussed: 'was under discussion',
  'agreed in principle': 'was agreed in principle',
  reached: 'was reached',
  signed: 'was signed',
  'in force': 'was in force',
  suspended: 'was suspended',
  violated: 'was violated',
  ended: 'came to an end',
  rejected: 'was rejected',
}

/** Names of agreements that are no name but a clause stay in quotation marks. */
const nameOf = (name: string): string => (name.split(' ').length > 5 ? `agreement “${name}”` : name)

export function agreementText(record: HeldRecord): string {
  const pact = record.record
  if (pact.kind !== 'agreement') throw new TypeError(`record ${record.id} is no agreement`)
  const parties = namesIn(record, 'party')
  const denied = pact.polarity === 'denied' ? 'it is denied that ' : ''
  const planned = pact.realis === 'actual' ? '' : 'it is planned or supposed that '
  const when = opening(record)
  return `${when ? `${when}, ` : ''}${denied}${planned}the ${nameOf(pact.name)}${parties ? ` of ${parties}` : ''} ${HEDGES[pact.certainty]}${STATUSES[pact.status]}${according(record)}: ${quoted(record)}`
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

function range(low: number | null, high: number | null): string {
  if (low !== null && high !== null) return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`
  return low !== null ? `at least ${grouped(low)}` : `at most ${grouped(high ?? 0)}`
}

/** Null where the estimate has no number. */
export function estimateText(record: HeldRecord): string | null {
  const estimate = record.record
  if (estimate.kind !== 'estimate') throw new TypeError(`record ${record.id} is no estimate`)
  if (estimate.low === null && estimate.high === null) return null
  const of = namesIn(record, 'of')
  const number = `${estimate.approximate ? 'about ' : ''}${range(estimate.low, estimate.high)}${estimate.unit ? ` ${estimate.unit}` : ''}`
  const what = estimate.measure === estimate.unit ? number : `${number} ${estimate.measure}`
  const planned = estimate.realis === 'actual' ? '' : 'planned or supposed, '
  const denied = estimate.polarity === 'denied' ? 'not ' : ''
  return `${of && of !== estimate.measure ? `${of}: ` : ''}${planned}${HEDGES[estimate.certainty]}${denied}${what}${according(record)}: ${quoted(record)}`
}

function holding({ record }: HeldRecord, ended: boolean): string {
  const is = record.realis === 'hypothetical' ? 'would' : ended ? 'was' : 'is'
  const be = record.realis === 'hypothetical' ? ' be' : record.realis === 'future' ? ' to be' : ''
  return `${is} ${HEDGES[record.certainty]}${record.polarity === 'denied' ? 'not' : ''}`.trimEnd() + be
}

/** An office with its holder: of whom, since when, until when. */
export function officeText(record: HeldRecord): string {
  const office = record.record
  if (office.kind !== 'relation') throw new TypeError(`record ${record.id} is no relation`)
  const body = namesIn(record, 'object')
  const title = office.role ?? (office.predicate === 'leads' ? 'leader' : 'holder of an office')
  const when = opening(record)
  return `${when ? `${when} ` : ''}${namesIn(record, 'subject')} ${holding(record, office.ended)} ${title}${body ? ` of ${body}` : ''}${according(record)}: ${quoted(record)}`
}

const HANGS: Readonly<Record<DependencyRelation, string>> = {
  requires: 'is needed for',
  enables: 'opens the way to',
  obstructs: 'stands in the way of',
  causes: 'leads to',
  answers: 'is answered by',
  aims: 'is done in order to bring about',
}

export function dependencyText(record: HeldRecord): string {
  const dependency = record.record
  if (dependency.kind !== 'dependency') throw new TypeError(`record ${record.id} is no dependency`)
  const denied = dependency.polarity === 'denied' ? 'it is denied that ' : ''
  return `${denied}${quoted(record, 'antecedent')} ${HEDGES[dependency.certainty]}${HANGS[dependency.relation]} ${quoted(record, 'consequent')}${according(record)}`
}

const whose = (record: HeldRecord): string => {
  const sources = record.parts.filter((p) => p.part === 'source').map((p) => p.name)
  return (
    list([...new Set([sources.at(-1), record.citation.publisher].filter((n) => n !== undefined && n !== null))]) ||
    'a report'
  )
}

export const disagreementText = (earlier: HeldRecord, later: HeldRecord): string =>
  `${whose(earlier)}: ${quoted(earlier)}, against ${whose(later)}: ${quoted(later)}`
