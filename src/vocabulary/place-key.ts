const PLAIN = /^[a-z ]*$/
const SHORT: Readonly<Record<string, string>> = { st: 'saint', ste: 'saint', mt: 'mount', ft: 'fort', pt: 'point' }
const SHORT_FORM = /^(?:st|ste|mt|ft|pt) /

/** A place's name as the gazetteer keys it: lower case without marks; "St. Louis", "Saint-Louis" are one. */
export function placeKey(name: string): string {
  const lower = name.toLowerCase()
  const bare = PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f.'’‘`ʻʼ]/g, '')
        .replace(/[-–—_,]/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim()
  return SHORT_FORM.test(bare) ? `${SHORT[bare.slice(0, bare.indexOf(' '))]}${bare.slice(bare.indexOf(' '))}` : bare
}
