import type { Span } from '../../model/span.ts'
import type { Segmentation } from '../../vocabulary/segmentation.ts'
import { takeAddress } from './addresses.ts'
import { BLANK, DIGIT, isWordKind, type Kind, kindAt, LETTER } from './characters.ts'
import { splitClitics } from './clitics.ts'
import { takeMark } from './marks.ts'
import { takeNumber } from './numbers.ts'
import { takeWord } from './words.ts'

/** The tokens of `text` in `block`: blanks divide, and words divide as in UD's English treebanks. */
export function findTokens(text: string, block: Span, segmentation: Segmentation): Span[] {
  return new Lexer(text, block, segmentation).run()
}

/** Goes over a block once. A chunk is what stands between two blanks. */
class Lexer {
  private readonly tokens: Span[] = []
  private chunkStart = 0
  private chunkEnd = 0
  /** Whether the chunk can hold an address of mail, or of the net. */
  private mail = false
  private dotted = false

  constructor(
    private readonly text: string,
    private readonly block: Span,
    private readonly segmentation: Segmentation,
  ) {}

  run(): Span[] {
    const { start, end } = this.block
    for (let at = start; at < end; ) {
      const kind = kindAt(this.text, at)
      if (kind === BLANK) {
        at++
        continue
      }
      if (at >= this.chunkEnd) this.openChunk(at)
      const next = Math.min(this.take(at, kind), end)
      this.push(at, next, kind)
      at = next
    }
    return this.tokens
  }

  private openChunk(start: number): void {
    this.chunkStart = start
    this.mail = false
    this.dotted = false
    let at = start
    for (; at < this.block.end && kindAt(this.text, at) !== BLANK; at++) {
      const char = this.text[at]
      if (char === '@') this.mail = true
      else if ((char === '.' || char === '/') && isWordKind(kindAt(this.text, at + 1))) this.dotted = true
    }
    this.chunkEnd = at
  }

  /** The end of the token that begins at `at`. */
  private take(at: number, kind: Kind): number {
    const { text } = this
    if (!isWordKind(kind)) return takeMark(text, at, at === this.chunkStart)
    const { mail, dotted, chunkEnd } = this
    if ((mail || dotted) && (at === this.chunkStart || !isWordKind(kindAt(text, at - 1)))) {
      const address = takeAddress(text, at, { chunkEnd, mail })
      if (address > 0) return address
    }
    return kind === DIGIT ? takeNumber(text, at) : takeWord(text, at, this.segmentation)
  }

  private push(start: number, end: number, kind: Kind): void {
    const starts = kind === LETTER ? splitClitics(this.text.slice(start, end), this.segmentation) : undefined
    if (starts === undefined) this.tokens.push({ start, end })
    else
      for (let i = 0; i <= starts.length; i++)
        this.tokens.push({ start: start + (starts[i - 1] ?? 0), end: i < starts.length ? start + starts[i]! : end })
  }
}
