import type { HeldRecord } from '../../5-ledger/index.ts'
import type { EventType } from '../../model/index.ts'
import { committed } from './hedges.ts'
import { according, namesIn, opening, quoted } from './sentence.ts'

/** With somebody on the other side, and without. */
interface Forms {
  readonly past: readonly [to: string, alone: string]
  readonly base: readonly [to: string, alone: string]
}

const VERBS: Readonly<Record<EventType, Forms>> = {
  AGREE: { past: ['agreed with', 'agreed'], base: ['agree with', 'agree'] },
  CONSULT: { past: ['held talks with', 'held talks'], base: ['hold talks with', 'hold talks'] },
  SUPPORT: { past: ['spoke in support of', 'spoke in support'], base: ['speak in support of', 'speak in support'] },
  COOPERATE: { past: ['acted together with', 'acted together'], base: ['act together with', 'act together'] },
  AID: { past: ['gave aid to', 'gave aid'], base: ['give aid to', 'give aid'] },
  CONCEDE: { past: ['made a concession to', 'made a concession'], base: ['make a concession to', 'make a concession'] },
  RETREAT: { past: ['withdrew from or let go of', 'withdrew'], base: ['withdraw from or let go of', 'withdraw'] },
  REQUEST: { past: ['made a demand on', 'made a demand'], base: ['make a demand on', 'make a demand'] },
  ACCUSE: { past: ['accused', 'made an accusation'], base: ['accuse', 'make an accusation'] },
  REJECT: { past: ['turned down', 'refused'], base: ['turn down', 'refuse'] },
  THREATEN: { past: ['threatened', 'made a threat'], base: ['threaten', 'make a threat'] },
  PROTEST: { past: ['protested against', 'protested'], base: ['protest against', 'protest'] },
  SANCTION: { past: ['took measures against', 'took measures'], base: ['take measures against', 'take measures'] },
  MOBILIZE: { past: ['moved forces towards', 'moved forces'], base: ['move forces towards', 'move forces'] },
  COERCE: { past: ['moved against', 'used coercion'], base: ['move against', 'use coercion'] },
  ASSAULT: { past: ['attacked', 'attacked'], base: ['attack', 'attack'] },
}

/** "On 20 May 2031 Velmar agreed with Borland, according to the council: “…”": a frame by type, its words from the record. */
export function eventText(record: HeldRecord): string {
  const event = record.record
  if (event.kind !== 'event') throw new TypeError(`record ${record.id} is no event`)
  const when = opening(record)
  const by = namesIn(record, 'actor')
  const to = namesIn(record, 'recipient')
  const forms = VERBS[event.type]
  const both = by !== '' && by === to
  if (!by) return `${when ? `${when} it` : 'it'} was reported${according(record)}: ${quoted(record)}`
  const at = both || !to ? 1 : 0
  const act = `${by} ${committed(record, forms.past[at], forms.base[at])}${at === 1 ? '' : ` ${to}`}`
  return `${when ? `${when} ` : ''}${act}${according(record)}: ${quoted(record)}`
}
