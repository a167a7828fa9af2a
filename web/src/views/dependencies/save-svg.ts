/** Saves a picture as it is seen: the colours of the page are written into it. */
export function saveSvg(svg: SVGSVGElement, name: string): void {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const { width, height } = svg.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.removeAttribute('class')
  const style = getComputedStyle(document.documentElement)
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[a-z-]+)\)/g, (_whole, token: string) => style.getPropertyValue(token).trim())
    .replace(
      /(<svg[^>]*>)/,
      `$1<rect width="${width}" height="${height}" fill="${style.getPropertyValue('--paper').trim()}"/>`,
    )
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
