/** What a record's `rule` stands for. */
export interface Rule {
  readonly id: string
  /** `row`: one row of data/, or several that worked together; `program`: a step of the program without a row. */
  readonly kind: 'row' | 'program'
  /** Why it holds, in a sentence. */
  readonly reason: string
  /** Examples, where the row has any: texts that it fits, and texts that it must leave alone. */
  readonly yes: readonly string[]
  readonly no: readonly string[]
}
