/** A name as names are compared: lower case, without accents, apostrophes and full stops, one space between words. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f.'’‘`ʻʼ"“”]/g, '')
    .replace(/[\s\-‐-―_,/]+/g, ' ')
    .trim()
