import { ReadoutError } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'
import type { Intake } from '../vocabulary/intake.ts'
import { decodeText } from './decode.ts'
import { receiveReport } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { declaredEncoding, isHtml } from './html/sniff.ts'
import { isPdf, readPdf } from './pdf.ts'
import type { Received, Report } from './report.ts'

/** What the caller knows of the bytes. What it says of the report goes before what the report says of itself. */
export interface Hints extends Partial<Omit<Report, 'text'>> {
  /** As in the header of that name: "text/html; charset=iso-8859-1". */
  readonly contentType?: string
}

interface Parts {
  readonly report: Report
  readonly repaired: number
}

const CHARSET = /charset\s*=\s*["']?([\w-]+)/i

/**
 * The bytes of a text, an HTML page or a PDF as a document, told by what they hold.
 * @throws ReadoutError `input-empty`, `input-binary`, `file-unreadable`
 */
export async function receiveBytes(bytes: Uint8Array, hints: Hints, intake: Intake): Promise<Received> {
  if (bytes.length === 0) throw new ReadoutError('input-empty', 'the input is empty')
  const { report, repaired } = isPdf(bytes) ? await fromPdf(bytes) : await fromText(bytes, hints)
  if (report.text.trim() === '') throw new ReadoutError('input-empty', 'the input holds nothing but white space')
  const { contentType: _contentType, ...given } = hints
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()))
  const received = receiveReport({ ...report, ...known }, intake)
  return repaired === 0 ? received : { ...received, issues: [repairedIssue(repaired), ...received.issues] }
}

const repairedIssue = (places: number): Issue => ({
  code: 'text-repaired',
  message: `${places} places in the input were no valid text; "\u{FFFD}" stands there now`,
})

async function fromPdf(bytes: Uint8Array): Promise<Parts> {
  return { report: await readPdf(bytes), repaired: 0 }
}

async function fromText(bytes: Uint8Array, { contentType }: Hints): Promise<Parts> {
  const declared = CHARSET.exec(contentType ?? '')?.[1] ?? declaredEncoding(bytes)
  const { text, repaired } = decodeText(bytes, declared)
  if (!isHtml(text, /html/i.test(contentType ?? ''))) return { report: readFrontMatter(text), repaired }
  // The reader of pages is slow to load, and most reports are plain text.
  const { readPage } = await import('./html/index.ts')
  const { published, ...page } = readPage(text)
  return { report: { ...page, ...(published ? { publishedAt: published } : {}) }, repaired }
}
