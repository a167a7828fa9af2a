/** Does some work and gives how much it was: tokens, multiplications. */
export type Work = () => number

export interface Rounds {
  readonly rounds: number
  /** How long each work is done in each round. */
  readonly seconds: number
}

/** What a second of each work gives, by round. */
export type Rates<Name extends string> = Readonly<Record<Name, readonly number[]>>

/** Does each work in turn, once to warm it and then in rounds: what else the machine does meets all of them alike. */
export function alternate<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds, seconds }: Rounds,
): Rates<Name> {
  const names = Object.keys(works) as Name[]
  const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (const name of names) works[name]()
  for (let round = 0; round < rounds; round++) for (const name of names) rates[name].push(rateOf(works[name], seconds))
  return rates
}

function rateOf(work: Work, seconds: number): number {
  const start = performance.now()
  let done = 0
  do done += work()
  while (performance.now() - start < seconds * 1000)
  return (done / (performance.now() - start)) * 1000
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** The median of what the rounds say: how many times as fast the first is as the second. */
export const ratio = (one: readonly number[], other: readonly number[]): number =>
  median(one.map((rate, round) => rate / other[round]!))
