import type { Quotation } from '../../model/analysis.ts'
import type { MarkClass } from '../../vocabulary/quotation-marks.ts'
import type { Mark } from './marks.ts'
import { settleSingles } from './singles.ts'

/** A paragraph with the quotation marks in it. */
export interface Paragraph {
  readonly end: number
  readonly marks: readonly Mark[]
}

interface Open {
  readonly mark: Mark
  readonly paragraph: number
}

type Found = Omit<Quotation, 'level'>

/** Paragraphs without a mark that a quotation may run through to its closing mark. */
const LONGEST_GAP = 8
/** Quotations inside quotations that are followed; no writer goes so deep, and it bounds the work. */
const DEEPEST = 16

/** How many marks of a class surely open, surely close, or are there at all, from a mark to the end of its paragraph. */
interface Ahead {
  readonly opens: number
  readonly closes: number
  readonly all: number
}

function countAhead(marks: readonly Mark[]): Ahead[] {
  const ahead: Ahead[] = []
  const counts = new Map<MarkClass, Ahead>()
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!
    const before = counts.get(mark.class) ?? { opens: 0, closes: 0, all: 0 }
    const turn = mark.shape === 'either' ? mark.around : mark.shape
    ahead[i] = {
      opens: before.opens + Number(turn === 'opens'),
      closes: before.closes + Number(turn === 'closes'),
      all: before.all + 1,
    }
    counts.set(mark.class, ahead[i]!)
  }
  return ahead
}

/** Pairs the marks of a text, paragraph by paragraph. */
export class Matcher {
  readonly found: Found[] = []
  private readonly stack: Open[] = []
  private paragraph = 0

  constructor(
    private readonly text: string,
    private readonly paragraphs: readonly Paragraph[],
  ) {}

  run(): readonly Found[] {
    for (const [index, { marks }] of this.paragraphs.entries()) {
      this.paragraph = index
      this.dropOld()
      const singles = settleSingles(this.text, marks)
      const ahead = countAhead(marks)
      for (const [i, mark] of marks.entries()) {
        const turn = mark.class === 'single' ? singles.get(mark) : this.turn(mark, ahead[i]!)
        if (turn === 'opens') this.open(mark, ahead[i]!)
        else if (turn === 'closes') this.close(mark)
      }
    }
    while (this.stack.length > 0) this.abandon(this.stack.length - 1)
    return this.found
  }

  /** The innermost quotation that marks of this class can close. */
  private innermost(of: MarkClass): number {
    return this.stack.findLastIndex(({ mark }) => mark.class === of)
  }

  private turn(mark: Mark, ahead: Ahead): 'opens' | 'closes' {
    const at = this.innermost(mark.class)
    const inside = at >= 0
    const hanging = inside && this.stack[at]!.paragraph < this.paragraph
    if (mark.shape === 'opens') return inside && mark.around === 'closes' && !mark.leads ? 'closes' : 'opens'
    if (mark.shape === 'closes') return !inside && mark.around === 'opens' ? 'opens' : 'closes'
    if (mark.around !== 'either') return mark.leads ? 'opens' : mark.around
    return hanging ? (ahead.all % 2 === 1 ? 'closes' : 'opens') : inside ? 'closes' : 'opens'
  }

  private open(mark: Mark, ahead: Ahead): void {
    const at = this.innermost(mark.class)
    if (at >= 0) {
      const { paragraph } = this.stack[at]!
      // Each paragraph of a long quotation has an opening mark, and only the last a closing one.
      if (paragraph < this.paragraph) this.finish(at, this.paragraphs[paragraph]!.end, !mark.leads)
      else if (ahead.closes - ahead.opens < 1) this.finish(at, mark.start, true)
    }
    if (this.stack.length < DEEPEST) this.stack.push({ mark, paragraph: this.paragraph })
  }

  private close(mark: Mark): void {
    const at = this.innermost(mark.class)
    if (at < 0) return
    if (at + 1 < this.stack.length) this.finish(at + 1, mark.start, true)
    const empty = this.text.slice(this.stack[at]!.mark.end, mark.start).trim() === ''
    if (empty) this.stack.splice(at)
    else this.finish(at, mark.end, false)
  }

  /** Ends the quotation at `at` of the stack; those inside it that nothing has closed end with it or with their paragraph. */
  private finish(at: number, end: number, open: boolean): void {
    const [outer, ...inner] = this.stack.splice(at)
    for (const { mark, paragraph } of inner) {
      const last = this.paragraphs[paragraph]!.end
      this.keep(mark, end > mark.end ? Math.min(end, last) : last, true)
    }
    this.keep(outer!.mark, end, open)
  }

  private keep(mark: Mark, end: number, open: boolean): void {
    const stop = mark.start + this.text.slice(mark.start, end).trimEnd().length
    if (stop > mark.end) this.found.push({ start: mark.start, end: stop, ...(open ? { open } : {}) })
  }

  private abandon(at: number): void {
    this.finish(at, this.paragraphs[this.stack[at]!.paragraph]!.end, true)
  }

  private dropOld(): void {
    while (this.stack.length > 0 && this.stack[0]!.paragraph < this.paragraph - LONGEST_GAP) this.abandon(0)
  }
}
