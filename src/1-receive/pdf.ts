import { ReadoutError } from '../model/errors.ts'

const MARK = '%PDF-'
/** The mark may stand after a little rubbish. */
const HEAD = 1024

export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').includes(MARK)

export interface PdfText {
  readonly text: string
  readonly title?: string
}

/** A word that the end of a line divides. */
const HYPHENATED = /(\p{Ll})-\n(?=\p{Ll})/gu

/**
 * The text of a PDF, page by page with blank lines between. The reader of PDFs is loaded only when one comes.
 * @throws ReadoutError `file-unreadable` where the file is broken or locked, `input-empty` where it holds pictures only
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf')
  try {
    // The reader takes the bytes away from the caller, so it gets its own.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes))
    const { text: pages } = await extractText(pdf, { mergePages: false })
    const { info } = await getMeta(pdf)
    const text = pages
      .map((page) => page.replace(HYPHENATED, '$1').trim())
      .filter((page) => page !== '')
      .join('\n\n')
    const title = typeof info?.Title === 'string' ? info.Title.trim() : ''
    if (text !== '') return { text, ...(title ? { title } : {}) }
  } catch (cause) {
    throw new ReadoutError('file-unreadable', `the PDF cannot be read: ${(cause as Error).message}`, { cause })
  }
  throw new ReadoutError(
    'input-empty',
    'the PDF holds no text, only pictures of it; run it through text recognition first',
  )
}
