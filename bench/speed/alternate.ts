/** Does some work and gives how much it was: tokens, multiplications. */
export type Work = () => number

export interface Rounds {
  readonly rounds: number
  /** How long each work is done in each round. */
  readonly seconds: number
}

/** What a second of a work gives, by round. */
export type Rates = readonly number[]

/**
 * The rates of each work, in the order given. Each is done once to warm it, and then all in turn in each round: what else
 * the machine does meets all of them alike.
 */
export function alternate<Works extends readonly Work[]>(
  works: readonly [...Works],
  { rounds, seconds }: Rounds,
): { readonly [K in keyof Works]: Rates } {
  const rates = works.map((): number[] => [])
  for (const work of works) work()
  for (let round = 0; round < rounds; round++)
    for (const [k, work] of works.entries()) rates[k]!.push(rateOf(work, seconds))
  return rates as unknown as { readonly [K in keyof Works]: Rates }
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
export const ratio = (one: Rates, other: Rates): number => median(one.map((rate, round) => rate / other[round]!))
