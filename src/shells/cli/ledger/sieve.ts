import type { Added, Ledger } from '../../../ledger.ts'
import { type ErrorCode, ReadoutError } from '../../../model/index.ts'
import type { Report } from '../../../read.ts'
import type { Keeping } from '../../queue/index.ts'
import type { InputLine, OutputLine } from '../batch.ts'
import work from '../worker.ts'
import { held, keep, taskOf } from './keep.ts'
import type { Reports } from './reports.ts'

/** Leaves out what is held as it is: adding again what was added goes as fast as the ledger can tell. */
export class Sieve {
  readonly #skipped = new Map<number, { readonly report: Report; readonly added: Added; readonly changes: number }>()
  /** Reports kept so far: whether a report is held may change with each. */
  #changes = 0

  constructor(
    readonly ledger: Ledger,
    readonly reports: Reports,
    readonly keeping: Keeping,
  ) {}

  async *lines(): AsyncGenerator<InputLine> {
    for await (const line of this.reports.lines) {
      const added =
        'report' in line ? await held(this.ledger, line.report, this.reports.known(line.line), this.keeping) : null
      if (!('report' in line) || !added) yield line
      else {
        this.#skipped.set(line.line, { report: line.report, added, changes: this.#changes })
        yield { line: line.line, skipped: true }
      }
    }
  }

  /** Keeps what was read; what was left out is looked at again where reports before it were kept since. */
  async keep(answer: OutputLine): Promise<Added> {
    const known = this.reports.known(answer.line)
    const skipped = this.#skipped.get(answer.line)
    this.#skipped.delete(answer.line)
    if (skipped?.changes === this.#changes) return skipped.added
    const again = skipped && (await held(this.ledger, skipped.report, known, this.keeping))
    if (again) return again
    const read = skipped ? this.#readNow(answer.line, skipped.report) : answer
    this.#changes++
    return keep(this.ledger, read.json, known, this.keeping)
  }

  #readNow(line: number, report: Report): OutputLine {
    const [read] = work({ ...taskOf(this.keeping), lines: [{ line, report }] })
    if (read!.failed) throw new ReadoutError(read!.failed.code as ErrorCode, read!.failed.message)
    return read!
  }
}
