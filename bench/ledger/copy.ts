import { OPEN } from '../../src/5-ledger/store/rows.ts'

/** Table → its columns in their order, those of jsonb marked. */
export type Columns = ReadonlyMap<string, readonly { readonly name: string; readonly json: boolean }[]>

/** Rows of a table as the text that COPY reads. */
export interface Copy {
  readonly table: string
  readonly columns: string
  readonly text: string
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const SPECIAL = /[\\\n\r\t]/
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => ESCAPED[c]!) : text)

function cell(value: unknown, json: boolean): string {
  if (value === null || value === undefined) return '\\N'
  if (json) return escaped(JSON.stringify(value))
  return typeof value === 'string' ? escaped(value) : String(value)
}

/** Rows of one ledger, written down as they come. */
export class CopyText {
  readonly #lines = new Map<string, string[]>()

  constructor(
    readonly ledger: string,
    readonly columns: Columns,
  ) {}

  /** Rows recorded at a time, all of them open. */
  add(table: string, at: string, rows: readonly object[]): void {
    const lines = this.#lines.get(table) ?? []
    const common: Readonly<Record<string, string>> = { ledger: this.ledger, recorded_at: at, retracted_at: OPEN }
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      let line = ''
      for (const { name, json } of this.columns.get(table)!) line += `${cell(common[name] ?? row[name], json)}\t`
      lines.push(`${line.slice(0, -1)}\n`)
    }
    this.#lines.set(table, lines)
  }

  /** What was added since the last time. */
  take(): Copy[] {
    const made = [...this.#lines].map(([table, lines]) => ({
      table,
      columns: this.columns
        .get(table)!
        .map(({ name }) => name)
        .join(', '),
      text: lines.join(''),
    }))
    this.#lines.clear()
    return made
  }
}
