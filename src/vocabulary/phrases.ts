/**
 * The small language that rules over phrases are written in:
 *
 *     last|past            one of these words
 *     [the]                may be there
 *     ( one way | other )  ways, with spaces around the bar
 *     <month>              a class of words, or of numbers; what it stands for is kept under its name
 *     <n:low>              the same, kept under another name
 *     {date}               a named part of a phrase, written once
 */
export type Phrase =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'class'; readonly name: string; readonly as: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Phrase[] }
  | { readonly kind: 'choice'; readonly ways: readonly Phrase[] }
  | { readonly kind: 'optional'; readonly part: Phrase }

export interface PhraseNames {
  readonly classes: ReadonlySet<string>
  readonly fragments: ReadonlyMap<string, Phrase>
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** Throws an Error that says what is wrong with the pattern. */
export function parsePhrase(pattern: string, names: PhraseNames): Phrase {
  const pieces = pattern.match(/[[\]()]|\S+?(?=[[\]()\s]|$)/g) ?? []
  const reader = { pieces, at: 0, names }
  const phrase = readWays(reader, null)
  if (reader.at < pieces.length) throw new Error(`“${pieces[reader.at]}” closes nothing in “${pattern}”`)
  return phrase
}

interface Reader {
  readonly pieces: readonly string[]
  at: number
  readonly names: PhraseNames
}

function readWays(reader: Reader, closer: string | null): Phrase {
  const ways: Phrase[][] = [[]]
  for (;;) {
    const piece = reader.pieces[reader.at]
    if (piece === undefined || piece === ')' || piece === ']') {
      if ((piece ?? null) !== closer && piece === undefined) throw new Error(`“${closer}” is missing`)
      break
    }
    reader.at += 1
    if (piece === '|') ways.push([])
    else ways.at(-1)!.push(readPiece(reader, piece))
  }
  const phrases = ways.map((parts) => {
    if (parts.length === 0) throw new Error('a way is empty')
    return parts.length === 1 ? parts[0]! : ({ kind: 'sequence', parts } as const)
  })
  return phrases.length === 1 ? phrases[0]! : { kind: 'choice', ways: phrases }
}

function readPiece(reader: Reader, piece: string): Phrase {
  const closer = CLOSERS[piece]
  if (closer) {
    const inner = readWays(reader, closer)
    if (reader.pieces[reader.at] !== closer) throw new Error(`“${closer}” is missing`)
    reader.at += 1
    return piece === '[' ? { kind: 'optional', part: inner } : inner
  }
  if (piece.startsWith('<')) {
    const [, name, as] = /^<([a-z-]+)(?::([a-z-]+))?>$/.exec(piece) ?? []
    if (!name || !reader.names.classes.has(name)) throw new Error(`there is no class ${piece}`)
    return { kind: 'class', name, as: as ?? name }
  }
  if (piece.startsWith('{')) {
    const fragment = reader.names.fragments.get(piece.slice(1, -1))
    if (!fragment) throw new Error(`there is no part ${piece} above`)
    return fragment
  }
  return { kind: 'word', words: new Set(piece.split('|').filter((word) => word !== '')) }
}

/** What a phrase can begin with; `null` among them where it can be empty. */
export function beginnings(phrase: Phrase): ReadonlySet<Phrase | null> {
  switch (phrase.kind) {
    case 'word':
    case 'class':
      return new Set([phrase])
    case 'optional':
      return new Set([...beginnings(phrase.part), null])
    case 'choice':
      return new Set(phrase.ways.flatMap((way) => [...beginnings(way)]))
    case 'sequence': {
      const found = new Set<Phrase | null>()
      for (const part of phrase.parts) {
        const first = beginnings(part)
        for (const one of first) if (one) found.add(one)
        if (!first.has(null)) return found
      }
      return found.add(null)
    }
  }
}
