/** The parts of a DOM node that are needed here. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
}

const TEXT = 3
const ELEMENT = 1
const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** No reading matter: what is for machines, what is clicked, and captions with their credits. */
const SKIPPED = names(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT CANVAS BUTTON SELECT INPUT TEXTAREA NAV FIGURE FIGCAPTION HEAD TITLE',
)
const BLOCKS = names(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL',
)

/** The words of a page, its paragraphs divided by blank lines. Walks without recursion: pages may be nested however deep. */
export function pageText(root: PageNode): string {
  const paragraphs: string[] = []
  let words: string[] = []
  const end = (): void => {
    const lines = words.join('').split('\n')
    const paragraph = lines.map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim()).filter((line) => line !== '')
    if (paragraph.length > 0) paragraphs.push(paragraph.join('\n'))
    words = []
  }
  walk(root, (node, leaving) => {
    if (node.nodeType === TEXT) words.push((node.nodeValue ?? '').replace(/\s+/g, ' '))
    else if (BLOCKS.has(node.nodeName.toUpperCase())) end()
    else if (node.nodeName.toUpperCase() === 'BR') words.push(leaving ? '' : '\n')
    else if (/^T[DH]$/i.test(node.nodeName)) words.push(' ')
  })
  end()
  return paragraphs.join('\n\n')
}

/** How many elements stand inside one another at the deepest place. */
export function depthOf(root: PageNode): number {
  let depth = 0
  let deepest = 0
  walk(root, (node, leaving) => {
    if (node.nodeType === ELEMENT) depth += leaving ? -1 : 1
    deepest = Math.max(deepest, depth)
  })
  return deepest
}

const isRead = (node: PageNode): boolean => node.nodeType !== ELEMENT || !SKIPPED.has(node.nodeName.toUpperCase())

type Visit = (node: PageNode, leaving: boolean) => void

/** Visits texts and elements in order, elements on entering and on leaving; passes over what is no reading matter. */
function walk(root: PageNode, visit: Visit): void {
  let node: PageNode | null = root
  while (node) {
    const enters = isRead(node)
    if (enters) visit(node, false)
    const child: PageNode | null = enters ? node.firstChild : null
    node = child ?? leave(node, root, visit)
  }
}

/** The next node after `from` and all that is in it. */
function leave(from: PageNode, root: PageNode, visit: Visit): PageNode | null {
  for (let node: PageNode | null = from; node; node = node.parentNode) {
    if (isRead(node) && node.nodeType === ELEMENT) visit(node, true)
    if (node === root) return null
    if (node.nextSibling) return node.nextSibling
  }
  return null
}
