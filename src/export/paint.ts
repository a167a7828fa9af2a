/** Terminal colours, or none. */
export type Paint = (style: Style, text: string) => string
export type Style = 'bold' | 'dim' | 'italic' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
}

export const painted: Paint = (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`
export const plain: Paint = (_style, text) => text

/** Control characters and marks that turn the direction of writing: 0–8, 11–31, 127–159, U+202A–E, U+2066–9. */
function steers(code: number): boolean {
  if (code < 32) return code !== 9 && code !== 10
  return (code >= 127 && code <= 159) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
}

/** Text from a report must not steer the terminal. */
export function harmless(text: string): string {
  let out = ''
  for (const character of text) out += steers(character.codePointAt(0)!) ? '\ufffd' : character
  return out
}

/** Cuts a text into lines of at most `width` characters at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...lines, line] : lines
}

/** At most `length` characters, cut at a word where that loses little. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > length * 0.6 ? space : cut.length)}…`
}
