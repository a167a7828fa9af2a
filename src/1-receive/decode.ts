import { detect } from 'chardet'
import { ReadoutError } from '../model/errors.ts'

export interface Decoded {
  readonly text: string
  /** The name of the encoding, as the WHATWG writes it. */
  readonly encoding: string
  /** Places that were no valid text and stand as U+FFFD now. */
  readonly repaired: number
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** What files that are no text begin with: ZIP and office files, images, archives, sound, programs. */
const BINARY_STARTS: readonly string[] = [
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  'BZh',
  '7z\xbc\xaf',
  'Rar!',
  'RIFF',
  'OggS',
  'ID3',
  '\x7fELF',
  'MZ\x90',
  '\xd0\xcf\x11\xe0',
  'SQLite format 3',
  '\xca\xfe\xba\xbe',
]
const SAMPLE = 64 * 1024
/** More control characters than this share, and it is no text. */
const MOST_CONTROLS = 0.02

/** What windows-1252 has where Latin-1 has controls, from 0x80. Node 20 decodes the one as the other. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const mendWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)

const decodeAs = (bytes: Uint8Array, encoding: string, fatal = false): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes)

/** UTF-16 without a mark: in Western text every other byte is zero. */
function guessUtf16(sample: Uint8Array): string | undefined {
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++
  const half = sample.length / 2
  if (zeros[1]! > 0.4 * half && zeros[0]! < 0.05 * half) return 'utf-16le'
  if (zeros[0]! > 0.4 * half && zeros[1]! < 0.05 * half) return 'utf-16be'
  return undefined
}

function isBinary(sample: Uint8Array): boolean {
  const head = String.fromCharCode(...sample.subarray(0, 16))
  if (BINARY_STARTS.some((start) => head.startsWith(start))) return true
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1b) controls++
  }
  return controls > MOST_CONTROLS * sample.length
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    decodeAs(bytes, encoding, true)
    return true
  } catch {
    return false
  }
}

/** An encoding by its name, where there is such a one. */
function known(encoding: string | null | undefined): string | undefined {
  if (!encoding) return undefined
  try {
    return new TextDecoder(encoding).encoding
  } catch {
    return undefined
  }
}

/** The encoding of bytes without a mark: UTF-8 where they are, else what is declared, else what the letters look like. */
function tellEncoding(bytes: Uint8Array, declared: string | undefined): string {
  if (isValid(bytes, 'utf-8')) return 'utf-8'
  const named = known(declared)
  if (named && named !== 'utf-8') return named
  // A few broken bytes in a text that is UTF-8 for the rest.
  const broken = decodeAs(bytes.subarray(0, SAMPLE), 'utf-8')
  const bad = broken.split('�').length - 1
  const good = /[\u0080-\uFFFC]/.test(broken)
  if (good && bad < 0.001 * broken.length) return 'utf-8'
  return known(detect(bytes.subarray(0, SAMPLE))) ?? 'windows-1252'
}

/**
 * Bytes as text, without a byte order mark. `declared` is the encoding that a header or the page itself names.
 * @throws ReadoutError `input-binary` where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  const sample = bytes.subarray(0, SAMPLE)
  const wide = marked?.[0] ?? guessUtf16(sample)
  if (!wide && isBinary(sample))
    throw new ReadoutError(
      'input-binary',
      'the input is not text, an HTML page or a PDF; give the report as one of these',
    )
  const encoding = wide ?? tellEncoding(bytes, declared)
  const decoded = decodeAs(bytes, encoding)
  const text = encoding === 'windows-1252' ? mendWindows1252(decoded) : decoded
  return { text, encoding, repaired: isValid(bytes, encoding) ? 0 : text.split('�').length - 1 }
}
