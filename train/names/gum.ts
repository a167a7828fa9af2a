/** Names out of GUM: a mention is a name where its head is a proper noun; the name is the run of proper nouns around it. */
import { readFileSync } from 'node:fs'
import type { Conventions } from './conventions.ts'
import type { Name, NameType, Text } from './corpora.ts'

const NON_COMMERCIAL = /^GUM_(?:whow|fiction)_/

interface Row {
  readonly form: string
  readonly xpos: string
  readonly head: number
  readonly misc: string
}
interface Mention {
  readonly first: number
  readonly last: number
  readonly type: string
}

const TYPES: Record<string, NameType> = {
  person: 'person',
  place: 'place',
  organization: 'organization',
  event: 'event',
  object: 'other',
  abstract: 'other',
}

export function readGum(file: string, conventions: Conventions): Text[] {
  const documents = readFileSync(file, 'utf8').split(/^(?=# newdoc id = )/m)
  return documents
    .filter((text) => !NON_COMMERCIAL.test(text.slice('# newdoc id = '.length)))
    .map((text) =>
      text
        .split('\n\n')
        .map(readRows)
        .filter((rows) => rows.length > 0)
        .map((rows) => conventions.apply({ words: rows.map((row) => row.form), names: namesOf(rows) })),
    )
}

const readRows = (block: string): Row[] =>
  block
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => /^\d+$/.test(cells[0] ?? ''))
    .map((cells) => ({
      form: cells[1]!,
      xpos: cells[4]!,
      head: Number(cells[6]) - 1,
      misc: cells[9]!,
    }))

/** The Entity column brackets mentions: "(5-person-…" opens, "5)" closes, "(5-person-…)" is one token. */
function mentionsOf(rows: readonly Row[]): Mention[] {
  const mentions: Mention[] = []
  const open: { id: string; type: string; first: number }[] = []
  rows.forEach(({ misc }, k) => {
    const column = misc.match(/(?:^|\|)Entity=([^|]*)/)?.[1] ?? ''
    for (const [part] of column.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      const [id = '', type = ''] = part.replace(/[()]/g, '').split('-')
      if (part.startsWith('(') && part.endsWith(')')) mentions.push({ type, first: k, last: k })
      else if (part.startsWith('(')) open.push({ id, type, first: k })
      else {
        const at = open.findLastIndex((mention) => mention.id === id)
        if (at >= 0) mentions.push({ ...open.splice(at, 1)[0]!, last: k })
      }
    }
  })
  return mentions
}

const isProper = (row: Row | undefined): boolean => row?.xpos.startsWith('NNP') === true
const LINKS: Partial<Record<NameType, RegExp>> = {
  organization: /^(?:of|the|and|&|-|'s|’s|for|on|in)$/,
  place: /^(?:of|the|-|'s|’s|upon)$/,
  event: /^(?:of|the|and|-|on|in)$/,
  other: /^(?:of|the|and|&|-|for|to|on|in)$/,
  person: /^(?:-|de|van|von|bin|al|el|der|den|da|du)$/,
}
/** Most words that may link two parts of a name ("of the"). */
const LINK_LIMIT = 2

function namesOf(rows: readonly Row[]): Name[] {
  const mentions = mentionsOf(rows)
  const starts = new Set(mentions.map((mention) => mention.first))
  const found = mentions.flatMap((mention): Name[] => {
    const type = TYPES[mention.type]
    const head = headOf(rows, mention)
    if (type === undefined || !isProper(rows[head])) return []
    let first = head
    while (first > mention.first && (isProper(rows[first - 1]) || joinsBack(rows, first))) first--
    return [{ type, first, last: endOf(rows, head, mention, type, starts) }]
  })
  return withoutNested(found)
}

/** A hyphen between two proper nouns: "Bailey - Ross". */
const joinsBack = (rows: readonly Row[], first: number): boolean =>
  rows[first - 1]?.form === '-' && isProper(rows[first - 2]) && isProper(rows[first])

const headOf = (rows: readonly Row[], { first, last }: Mention): number => {
  for (let k = first; k <= last; k++) if (rows[k]!.head < first || rows[k]!.head > last) return k
  return first
}

function endOf(
  rows: readonly Row[],
  head: number,
  mention: Mention,
  type: NameType,
  starts: ReadonlySet<number>,
): number {
  let end = head
  for (;;) {
    while (end < mention.last && isProper(rows[end + 1])) end++
    let next = end + 1
    while (next <= mention.last && next - end <= LINK_LIMIT && LINKS[type]?.test(rows[next]!.form)) next++
    const link = rows[end + 1]?.form
    if (next === end + 1 || next > mention.last || !isProper(rows[next])) return end
    if ((link === 'and' || link === '&') && starts.has(next)) return end
    end = next
  }
}

/** Of names that overlap, the longest stays. */
function withoutNested(names: readonly Name[]): Name[] {
  const kept: Name[] = []
  for (const name of [...names].sort((a, b) => b.last - b.first - (a.last - a.first)))
    if (kept.every((other) => name.last < other.first || name.first > other.last)) kept.push(name)
  return kept.sort((a, b) => a.first - b.first)
}
