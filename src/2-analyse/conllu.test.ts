import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../vocabulary/index.ts'
import { readConllu, writeConllu } from './conllu.ts'
import { parse } from './encode/index.ts'

const row = (id: string, form: string, misc = '_') => [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t')

const FILE = `# newdoc id = arendia-1
# sent_id = arendia-1-1
# text = Arendia didn't sign.
${row('1', 'Arendia')}
${row('2-3', "didn't")}
${row('2', 'did')}
${row('3', "n't")}
${row('3.1', 'gapped')}
${row('4', 'sign', 'SpaceAfter=No|Note=kept')}
${row('5', '.')}

# newpar
# text = Borland signed.
${row('1', 'Borland')}
${row('2', 'signed', 'SpaceAfter=No')}
${row('3', '.')}
`

const words = ({ text, sentences }: ReturnType<typeof readConllu>) =>
  sentences.map(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)))

describe('readConllu', () => {
  it('spells the text and finds the words in it', () => {
    const read = readConllu(FILE)
    expect(read.text).toBe("Arendia didn't sign.\n\nBorland signed.")
    expect(words(read)).toEqual([
      ['Arendia', 'did', "n't", 'sign', '.'],
      ['Borland', 'signed', '.'],
    ])
    expect(read.sentences.map(({ start, end }) => read.text.slice(start, end))).toEqual([
      "Arendia didn't sign.",
      'Borland signed.',
    ])
    expect(read.sentences.map((s) => s.paragraph)).toEqual([0, 1])
  })

  it('reads the line ends of other systems, and a file without its last line end', () => {
    const windows = readConllu(`\ufeff${FILE.trimEnd().replaceAll('\n', '\r\n')}`)
    expect(words(windows)).toEqual(words(readConllu(FILE)))
    expect(readConllu('')).toEqual({ text: '', sentences: [], lines: [] })
  })

  it('says where a line is wrong', () => {
    const broken = `${FILE}\n1\tonly\tthree\n`
    expect(() => readConllu(broken)).toThrowError(expect.objectContaining({ code: 'input-not-conllu' }))
    expect(() => readConllu(broken)).toThrow('line 18')
    expect(() => readConllu('Arendia signed.')).toThrow('line 1')
  })
})

describe('writeConllu', () => {
  const vocabulary = loadVocabulary('en')
  const analyse = (file: string) => {
    const read = readConllu(file)
    return { read, parsed: parse({ id: 'd', language: 'en', text: read.text }, read.sentences, vocabulary) }
  }
  const { read, parsed } = analyse(FILE)
  const lines = writeConllu(parsed, read).split('\n')

  it('keeps words, comments, multiword tokens and the last column', () => {
    const kept = (file: readonly string[]) =>
      file.map((line) =>
        line.startsWith('#')
          ? line
          : line
              .split('\t')
              .filter((_, c) => [0, 1, 9].includes(c))
              .join(' '),
      )
    expect(kept(lines)).toEqual(kept([...FILE.split('\n').filter((line) => !line.startsWith('3.1')), '']))
  })

  it('writes what was predicted, heads counted in the sentence', () => {
    expect(lines[4]).toBe(row('2-3', "didn't"))
    expect(lines[6]).toBe("3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_")
    expect(lines.at(-4)).toBe('2\tsigned\tsign\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No')
  })

  it('writes a text that came without a file so that it can be read again', () => {
    const written = writeConllu(parsed)
    expect(words(readConllu(written))).toEqual(words(read))
    expect(writeConllu({ ...parsed, sentences: [], tokens: [] })).toBe('')
  })
})
