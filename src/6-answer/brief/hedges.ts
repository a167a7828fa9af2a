/** How a sentence of the brief says how sure its record is. */
export const HEDGES = {
  certain: '',
  probable: 'probably ',
  possible: 'possibly ',
  unknown: 'by an uncommitted report ',
} as const
