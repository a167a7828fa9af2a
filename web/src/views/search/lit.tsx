import { Fragment } from 'react'

const ENDINGS = /(?:'s|ies|ied|ings?|e[sd]|s|e|y)$/

/** A word without its ending: what is found in any inflection is lit in any inflection. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/’/g, "'")
  const stem = plain.replace(ENDINGS, '')
  const kept = stem.length >= 3 ? stem : plain
  return /([^aeiou])\1$/.test(kept) && kept !== plain ? kept.slice(0, -1) : kept
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu

export const stemsOf = (text: string): ReadonlySet<string> => new Set((text.match(WORD) ?? []).map(stemOf))

/** Words of a report with those that were looked for lit. */
export function Lit({ text, stems }: { readonly text: string; readonly stems: ReadonlySet<string> }) {
  const pieces: { readonly at: number; readonly text: string; readonly hit: boolean }[] = []
  let at = 0
  for (const match of text.matchAll(WORD)) {
    if (!stems.has(stemOf(match[0]))) continue
    pieces.push({ at, text: text.slice(at, match.index), hit: false })
    pieces.push({ at: match.index, text: match[0], hit: true })
    at = match.index + match[0].length
  }
  pieces.push({ at, text: text.slice(at), hit: false })
  return pieces.map((piece) => (
    <Fragment key={`${piece.at} ${piece.hit}`}>
      {piece.hit ? <mark className="rounded-[2px] bg-hit text-ink">{piece.text}</mark> : piece.text}
    </Fragment>
  ))
}
