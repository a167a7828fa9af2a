import type { DataSource } from './source.ts'

/** Rows of a tab-separated list; the first line names the columns. */
export const readTable = (source: DataSource, name: string): string[][] =>
  source
    .text(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** "A|B" or "A | B" → A, B. */
export const splitForms = (cell: string): string[] =>
  cell
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '')
