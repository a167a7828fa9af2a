import { z } from 'zod'
import { EVENT_TYPES, type EventType } from '../model/records.ts'
import { type FrameOf, FrameRow, type Frames, loadFrames } from './frames.ts'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

/** A type of event, from data/ontology/event-types.yaml. */
export interface EventTypeRow {
  readonly id: EventType
  readonly definition: string
  /** PLOVER's quadrant: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: number
  /** CAMEO codes that the type takes in. */
  readonly cameo: readonly string[]
  readonly modes: readonly string[]
  /** Saying it is doing it: who says it in his own words is its actor and no source of it. */
  readonly said: boolean
  /** What it is about is not said to happen: "refused to meet" is no meeting. */
  readonly holdsBack: boolean
  /** Modes in which it ends the force that it is about: "ended the war". */
  readonly ends: readonly string[]
  /**
   * It is news even where nobody who takes part is named ("protests continued"): the classes of what it is done to ("struck a
   * depot"). Empty where it is none without a participant.
   */
  readonly unnamed: readonly string[]
}

const TypeRow = z.strictObject({
  id: z.enum(EVENT_TYPES),
  definition: z.string().min(1),
  quad: z.number().int().min(1).max(4),
  said: z.boolean(),
  holdsBack: z.boolean(),
  ends: z.array(z.string()).default([]),
  unnamed: z.array(z.string()).default([]),
  cameo: z.array(z.string()),
  modes: z.array(z.string()),
})

/** `type: none` marks what looks like an act and is none: the row wins over less specific ones and makes no event. */
const Row = FrameRow.extend({
  type: z.enum([...EVENT_TYPES, 'none']),
  mode: z.string().optional(),
  joint: z.boolean().default(false),
})
export type EventFrame = FrameOf<z.infer<typeof Row>>

export interface Events {
  readonly types: ReadonlyMap<EventType, EventTypeRow>
  /** Verbs whose subject does the act that their object names. */
  readonly doers: ReadonlySet<string>
  /** Verbs that only say that the act which is their subject happens. */
  readonly occurs: ReadonlySet<string>
  readonly frames: Frames<EventFrame>
}

const VerbRow = z.strictObject({ id: z.enum(['doer', 'occurs']), reason: z.string(), verbs: z.array(z.string()) })

export function loadEvents(source: LanguageData): Events {
  const types = new Map(checkRows(source, 'ontology/event-types.yaml', TypeRow).map((row) => [row.id, row]))
  for (const type of EVENT_TYPES)
    if (!types.has(type)) throw invalid(source, 'ontology/event-types.yaml', `no row ${type}`)
  const files = EVENT_TYPES.map((type) => `frames/events/${type.toLowerCase()}.yaml`)
  const frames = loadFrames(source, files, Row)
  for (const { id, type, mode } of frames.all)
    if (mode !== undefined && (type === 'none' || !types.get(type)?.modes.includes(mode)))
      throw invalid(source, 'frames/events', `${id}: ${type} has no mode "${mode}"`)
  const verbs = new Map(checkRows(source, 'lexicon/acts-of-others.yaml', VerbRow).map((row) => [row.id, row.verbs]))
  return { types, frames, doers: new Set(verbs.get('doer')), occurs: new Set(verbs.get('occurs')) }
}
