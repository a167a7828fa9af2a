import type { Quantity } from '../../model/analysis.ts'
import type { Bounds, QuantityRule } from '../../vocabulary/quantities.ts'
import type { Atom } from '../shared/atoms.ts'
import type { Captures, Match } from '../shared/match.ts'
import { isScale } from '../shared/numerals.ts'

export type Amount = Pick<Quantity, 'low' | 'high' | 'approximate' | 'ordinal'>

const number = (captures: Captures, name: string): number => captures.get(name) as number

/** "1000..9999" */
function loose(captures: Captures): Amount {
  const few = captures.get('few')
  const scale = captures.get('scale')
  const [low, high] = String(few ?? captures.get('loose'))
    .split('..')
    .map(Number) as [number, number]
  const times = few === undefined ? 1 : Number(scale)
  return { low: low * times, high: captures.has('x') ? null : high * times, approximate: true }
}

/** "Between two and three million": the scale of the upper end is that of the lower one too. */
function lowerEnd(match: Match<QuantityRule>, atoms: readonly Atom[]): number {
  const [low, high] = [number(match.captures, 'n'), number(match.captures, 'high')]
  const scaled = atoms.slice(match.first, match.next).filter(({ text }) => isScale(text) || /^(bn|m|mn|k)$/.test(text))
  if (scaled.length !== 1 || low >= 1000) return low
  const scale = [1e12, 1e9, 1e6, 1e3, 100].find((one) => high >= one)
  return scale && low * scale < high ? low * scale : low
}

/** "6% to $20.6 million" has ends of different kinds: a change and not a range. */
const sameUnit = ({ captures }: Match<QuantityRule>): boolean => {
  const [low, high] = [captures.get('unit'), captures.get('high-unit')]
  return low === undefined || high === undefined || low === high
}

/** The unit of an amount, or of a range at its end. */
export const unitOf = ({ captures }: Match<QuantityRule>): string | undefined => {
  const unit = captures.get('unit') ?? captures.get('high-unit')
  return unit === undefined ? undefined : String(unit)
}

/** The bounds that a rule's words give; null where they are none after all ("3-1"). */
export function boundsOf(match: Match<QuantityRule>, atoms: readonly Atom[]): Amount | null {
  const { captures, rule } = match
  const make: Readonly<Record<Bounds, () => Amount | null>> = {
    none: () => null,
    exact: () => ({ low: number(captures, 'n'), high: number(captures, 'n'), approximate: false }),
    about: () => ({ low: number(captures, 'n'), high: number(captures, 'n'), approximate: true }),
    'at-least': () => ({ low: number(captures, 'n'), high: null, approximate: captures.has('about') }),
    'at-most': () => ({ low: null, high: number(captures, 'n'), approximate: captures.has('about') }),
    range: () => {
      const low = lowerEnd(match, atoms)
      const high = number(captures, 'high')
      return low < high && sameUnit(match) ? { low, high, approximate: true } : null
    },
    loose: () => loose(captures),
    zero: () => ({ low: 0, high: 0, approximate: false }),
    ordinal: () => ({ low: number(captures, 'n'), high: number(captures, 'n'), approximate: false, ordinal: true }),
  }
  return make[rule.bounds]()
}
