import { ReadoutError } from '../model/errors.ts'

/** A file of named parts as train/encoder/export.py writes it: "RDPK", a 32-bit length, a JSON directory, the parts. */
export interface Pack {
  readonly meta: Readonly<Record<string, unknown>>
  lines(name: string): string[]
  floats(name: string): Float32Array
  matrix(name: string): Matrix
}

/** int8 rows, each with its scale; `bias` is empty where the matrix has none. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Int8Array
  readonly scale: Float32Array
  readonly bias: Float32Array
}

interface Part {
  readonly type: 'text' | 'int8' | 'float32'
  readonly shape?: readonly number[]
  readonly start: number
  readonly bytes: number
}

const MAGIC = 0x4b504452

function directory(file: Uint8Array, fail: (what: string) => never) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < 8 || view.getUint32(0, true) !== MAGIC) fail('is no pack of this program')
  const length = view.getUint32(4, true)
  try {
    const head = new TextDecoder().decode(file.subarray(8, 8 + length))
    return { body: 8 + length, meta: JSON.parse(head) as { parts: Record<string, Part> } }
  } catch {
    return fail('has a broken directory')
  }
}

export function openPack(name: string, bytes: Uint8Array): Pack {
  const fail = (what: string): never => {
    throw new ReadoutError('vocabulary-invalid', `data/${name} ${what}; install the program again`)
  }
  // Views on float32 parts need an aligned start, which a Node buffer need not have.
  const file = bytes.byteOffset % 16 === 0 ? bytes : bytes.slice()
  const { body, meta } = directory(file, fail)
  const part = (key: string, type: Part['type']): Part => {
    const found = meta.parts[key]
    if (found?.type !== type || body + found.start + found.bytes > file.byteLength)
      fail(`lacks the ${type} part ${key}`)
    return found!
  }
  const floats = (key: string): Float32Array => {
    const { start, bytes } = part(key, 'float32')
    return new Float32Array(file.buffer, file.byteOffset + body + start, bytes / 4)
  }
  return {
    meta: meta as unknown as Record<string, unknown>,
    floats,
    lines(key) {
      const { start, bytes } = part(key, 'text')
      return new TextDecoder().decode(file.subarray(body + start, body + start + bytes)).split('\n')
    },
    matrix(key) {
      const { start, bytes, shape = [] } = part(key, 'int8')
      const [rows = 0, columns = 0] = shape
      const scale = floats(`${key}.scale`)
      if (rows * columns !== bytes || scale.length !== rows) fail(`holds the matrix ${key} with a wrong shape`)
      const bias = meta.parts[`${key}.bias`] ? floats(`${key}.bias`) : new Float32Array(0)
      return { rows, columns, scale, bias, data: new Int8Array(file.buffer, file.byteOffset + body + start, bytes) }
    },
  }
}
