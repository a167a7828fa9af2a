import { describe, expect, it } from 'vitest'
import { openPack } from './pack.ts'

/** A pack as train/encoder/export.py writes it. */
function pack(parts: object, body: Uint8Array): Uint8Array {
  const text = JSON.stringify({ parts, made: 'here' })
  const head = new TextEncoder().encode(text.padEnd(text.length + ((16 - ((text.length + 8) % 16)) % 16)))
  const file = new Uint8Array(8 + head.length + body.length)
  file.set(new TextEncoder().encode('RDPK'))
  new DataView(file.buffer).setUint32(4, head.length, true)
  file.set(head, 8)
  file.set(body, 8 + head.length)
  return file
}

const body = new Uint8Array(48)
body.set(new TextEncoder().encode('one\ntwo'))
body.set([1, 255, 3, 4], 16)
new DataView(body.buffer).setFloat32(32, 0.5, true)
new DataView(body.buffer).setFloat32(36, 2, true)
const PARTS = {
  keys: { type: 'text', start: 0, bytes: 7 },
  m: { type: 'int8', shape: [2, 2], start: 16, bytes: 4 },
  'm.scale': { type: 'float32', shape: [2], start: 32, bytes: 8 },
}

describe('openPack', () => {
  it('reads lines, matrices and what else the directory says', () => {
    const opened = openPack('a.bin', pack(PARTS, body))
    expect(opened.meta).toMatchObject({ made: 'here' })
    expect(opened.lines('keys')).toEqual(['one', 'two'])
    const { rows, columns, data, scale, bias } = opened.matrix('m')
    expect([rows, columns, [...data], [...scale], [...bias]]).toEqual([2, 2, [1, -1, 3, 4], [0.5, 2], []])
  })

  it('reads from anywhere in a greater buffer', () => {
    const file = pack(PARTS, body)
    const shifted = new Uint8Array(file.length + 3)
    shifted.set(file, 3)
    expect([...openPack('a.bin', shifted.subarray(3)).floats('m.scale')]).toEqual([0.5, 2])
  })

  it.each([
    ['nothing', new Uint8Array(0)],
    ['another file', new TextEncoder().encode('{"this": "is JSON"}')],
    ['a broken directory', pack(PARTS, body).fill(0x20, 12, 20)],
    ['a cut file', pack(PARTS, body.subarray(0, 34))],
    ['a missing part', pack({ m: PARTS.m }, body)],
    ['a wrong shape', pack({ ...PARTS, m: { ...PARTS.m, shape: [3, 2] } }, body)],
  ])('refuses %s, and names the file', (_, file) => {
    expect(() => openPack('models/a.bin', file).matrix('m')).toThrowError(
      expect.objectContaining({ code: 'vocabulary-invalid', message: expect.stringContaining('models/a.bin') }),
    )
  })
})
