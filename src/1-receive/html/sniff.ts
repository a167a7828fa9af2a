const START =
  /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b/i
const TAG = /<(?:p|div|h1|article|section|table|meta|span)\b[^>]{0,500}>/i
const HEAD = 4096
/** Whether a text is an HTML page: by how it begins, or, where it is said to be one, by its tags. */
export function isHtml(text: string, saidToBe: boolean): boolean {
  const head = text.slice(0, HEAD)
  return START.test(head) || (saidToBe && TAG.test(head))
}

/** The encoding that a page declares in its head. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD))
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,30})/i.exec(head)?.[1]
}
