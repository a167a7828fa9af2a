import { scaleUtc } from 'd3-scale'
import type { Pact, Step } from '../../../../src/6-answer/index.ts'
import type { AgreementStatus } from '../../../../src/model/index.ts'
import { STATUSES } from '../../../../src/model/records.ts'
import { addDays, dayOf, showWhen } from '../../parts/days.ts'
import { spoken, standingWords } from '../../parts/words.ts'

/** A status on the track: where its dot stands, and where its label, in pixels. */
export interface Mark {
  readonly key: string
  readonly step: Step
  readonly x: number
  /** Left edge of the label, and the line under the track on which it stands, from 0. */
  readonly left: number
  readonly level: number
  readonly label: string
  readonly when: string
  /** What makes it no plain fact: "planned", "denied". */
  readonly doubts: readonly string[]
}

/** From one status that is told as a fact to the next. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly status: AgreementStatus
}

export interface Track {
  readonly marks: readonly Mark[]
  readonly stretches: readonly Stretch[]
  readonly levels: number
}

const LETTER = 7
const GAP = 16
const EDGE = 8

const stage = (status: AgreementStatus): number => STATUSES.indexOf(status)

/** The steps that say where it stands: as everywhere, "the accord" without a day takes nothing back to a stage before. */
function factsOf(steps: readonly Step[]): readonly Step[] {
  let reached = -1
  return steps.filter((step) => {
    const here = stage(step.status)
    const fact = step.realis === 'actual' && step.polarity === 'affirmed' && step.certainty === 'certain'
    if (!fact || (!step.when.dated && here < reached)) return false
    reached = here
    return true
  })
}

/** Each label on the first line where it does not touch the one before. */
function placeLabels(marks: readonly Omit<Mark, 'left' | 'level'>[], width: number): Mark[] {
  const ends: number[] = []
  return marks.map((mark) => {
    const size = LETTER * Math.max(mark.label.length, [mark.when, ...mark.doubts].join(', ').length)
    const left = Math.max(0, Math.min(mark.x - EDGE, width - size))
    const free = ends.findIndex((end) => left >= end + GAP)
    const level = free < 0 ? ends.length : free
    ends[level] = left + size
    return { ...mark, left, level }
  })
}

/** Lays the statuses of an agreement on a line `width` pixels wide that ends on the day `until`, or on its last status. */
export function layTrack({ history }: Pact, width: number, until: string | null): Track {
  const placed = history.flatMap((step) => {
    const day = dayOf(step.when)
    return day === null ? [] : [{ step, day }]
  })
  const days = placed.map(({ day }) => day).sort()
  const first = days[0]
  if (first === undefined) return { marks: [], stretches: [], levels: 0 }
  const last = [days.at(-1)!, until ?? first, addDays(first, 1)].sort().at(-1)!
  const scale = scaleUtc()
    .domain([Date.parse(first), Date.parse(last)])
    .range([EDGE, Math.max(EDGE + 1, width - EDGE)])
  const at = (day: string): number => Math.round(scale(Date.parse(day)))
  const marks = placed.map(({ step, day }, index) => ({
    key: `${index} ${step.status}`,
    step,
    x: at(day),
    label: spoken(step.status),
    when: showWhen({ ...step.when, text: null }),
    doubts: standingWords(step),
  }))
  const facts = factsOf(placed.map(({ step }) => step))
  const stretches = facts.map((step, index) => ({
    from: at(dayOf(step.when)!),
    to: index + 1 < facts.length ? at(dayOf(facts[index + 1]!.when)!) : at(last),
    status: step.status,
  }))
  const laid = placeLabels(marks, width)
  return { marks: laid, stretches, levels: Math.max(0, ...laid.map(({ level }) => level + 1)) }
}
