import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { ReadoutError } from '../../model/errors.ts'
import { type PageDocument, type PageMetadata, readMetadata } from './metadata.ts'
import { depthOf, type PageNode, pageText } from './to-text.ts'

export interface Page extends PageMetadata {
  readonly text: string
}

type ReadabilityInput = ConstructorParameters<typeof Readability>[0]

/** Pages with more elements than this are taken whole: finding the article in them costs too much. */
const MOST_ELEMENTS = 100_000
/** Readability's work grows with the square of the depth; no page that was written to be read is so deep. */
const DEEPEST = 250
/** An article shorter than this share of the page's own paragraphs is no article: the page is taken whole. */
const LEAST_SHARE = 0.1

/** The article in a page, or everything readable in it where no article can be told. Readability takes `page` apart. */
function articleText(page: ReturnType<typeof parseHTML>['document']): string {
  const root = page as unknown as PageNode
  const whole = pageText(root)
  if (depthOf(root) > DEEPEST) return whole
  try {
    const article = new Readability<PageNode>(page as unknown as ReadabilityInput, {
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (node) => node as unknown as PageNode,
    }).parse()
    const text = article?.content ? pageText(article.content) : ''
    return text.length >= LEAST_SHARE * whole.length ? text : whole
  } catch {
    // Too many elements.
    return whole
  }
}

/**
 * An HTML page as text with its title, publisher, address and date.
 * @throws ReadoutError `input-empty` where the page holds no words
 */
export function readPage(html: string): Page {
  const { document } = parseHTML(/<html\b/i.test(html) ? html : `<html><body>${html}</body></html>`)
  const metadata = readMetadata(document as unknown as PageDocument)
  const text = articleText(document)
  if (text !== '') return { ...metadata, text }
  const advice = 'it may be drawn by a script; save it from a browser and give that file'
  throw new ReadoutError('input-empty', `the page holds no text (${advice})`)
}
