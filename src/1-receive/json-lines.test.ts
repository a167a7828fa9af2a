import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, readJsonLines } from './index.ts'

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(input: string | Uint8Array, { size = 7, longest = 10_000 } = {}): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readJsonLines(chunks(Buffer.from(input as string), size), longest)) lines.push(line)
  return lines
}

const codes = (lines: readonly Line[]) =>
  lines.map((line) => ('error' in line ? `${line.line} ${line.error.code}` : line.line))

describe('JSON Lines', () => {
  it('are reports with the numbers of their lines', async () => {
    const input =
      '{"id":"a","text":"Café 😀","title":null}\n\n  \n{"id":7,"text":"","publishedAt":"2025-11-10","more":1}'
    expect(await read(input)).toEqual([
      { line: 1, report: { id: 'a', text: 'Café 😀' } },
      { line: 4, report: { id: '7', text: '', publishedAt: '2025-11-10' } },
    ])
  })

  it('may have a byte order mark and the line ends of Windows', async () => {
    expect(await read('\uFEFF{"text":"a"}\r\n\r\n{"text":"b\\r\\n"}\r\n')).toEqual([
      { line: 1, report: { text: 'a' } },
      { line: 3, report: { text: 'b\r\n' } },
    ])
  })

  it('keep lone surrogates', async () => {
    expect(await read('{"text":"a\\ud800b"}')).toEqual([{ line: 1, report: { text: 'a\uD800b' } }])
  })

  it('that are broken are errors, and the others are read', async () => {
    const lines = await read('{"text":"a"}\n{"text":\n[1]\n{"text":5,"id":"x"}\n{"id":"y"}\nnull\n{"text":"b"}')
    expect(codes(lines)).toEqual([
      1,
      '2 input-not-json',
      '3 input-not-json',
      '4 input-not-json',
      '5 input-not-json',
      '6 input-not-json',
      7,
    ])
    expect(lines[3]).toMatchObject({ id: 'x', error: { message: expect.stringContaining('text') } })
  })

  it('that are too long are refused, and the next is read', async () => {
    const input = `{"text":"${'a'.repeat(200)}"}\n{"text":"b"}\n${'c'.repeat(300)}`
    for (const size of [1, 64, 4096])
      expect(codes(await read(input, { size, longest: 100 }))).toEqual(['1 input-too-large', 2, '3 input-too-large'])
  })

  it('are the same however the bytes come', async () => {
    const report = fc.record({ text: fc.string({ unit: 'binary' }), id: fc.option(fc.string(), { nil: undefined }) })
    await fc.assert(
      fc.asyncProperty(fc.array(report), fc.integer({ min: 1, max: 50 }), async (reports, size) => {
        const input = reports.map((r) => JSON.stringify(r)).join('\n')
        const expected = reports.map((r, i) => ({ line: i + 1, report: JSON.parse(JSON.stringify(r)) }))
        expect(await read(input, { size, longest: 1e6 })).toEqual(expected)
      }),
      { seed: 20251110, numRuns: 60 },
    )
  })
})
