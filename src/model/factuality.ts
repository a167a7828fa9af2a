/** How what is stated relates to what is so: whether, how surely, and in which world. */
export type Polarity = 'affirmed' | 'denied'
export type Certainty = 'certain' | 'probable' | 'possible' | 'unknown'
export type Realis = 'actual' | 'future' | 'hypothetical'
