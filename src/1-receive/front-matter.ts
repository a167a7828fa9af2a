import { parse } from 'yaml'
import type { Report } from './report.ts'

/** Front matter is short; what begins with a rule and runs longer is text. */
const LONGEST = 4096
const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/
const KEYS = {
  title: 'title',
  publisher: 'publisher',
  url: 'url',
  date: 'publishedAt',
  publishedAt: 'publishedAt',
} as const

/** A text file that begins with "---", keys and "---", as Markdown files do: what the keys say, and the text after them. */
export function readFrontMatter(text: string): Report {
  const block = BLOCK.exec(text.slice(0, LONGEST))
  if (!block) return { text }
  let rows: unknown
  try {
    rows = parse(block[1]!, { schema: 'failsafe' })
  } catch {
    return { text }
  }
  if (rows === null || typeof rows !== 'object') return { text }
  const known: Record<string, string> = {}
  for (const [key, name] of Object.entries(KEYS)) {
    const value = (rows as Record<string, unknown>)[key]
    if (typeof value === 'string' && value.trim()) known[name] = value.trim()
  }
  if (Object.keys(known).length === 0) return { text }
  return { ...known, text: text.slice(block[0].length).replace(/^(?:[ \t]*\r?\n)+/, '') }
}
