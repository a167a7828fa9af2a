import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadIntake } from '../vocabulary/intake.ts'
import { openLanguage } from '../vocabulary/language.ts'
import { type Hints, receiveBytes } from './index.ts'

const intake = loadIntake(openLanguage('en'))
const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url))
const receive = (bytes: Uint8Array | string, hints: Hints = {}) =>
  receiveBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, hints, intake)
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error) => error.code,
  )

const TEXT = 'The general said that Arendia’s envoy—“a friend”—was in Velmar for the café talks.'

describe('bytes of a plain text', () => {
  it('come back unit for unit', async () => {
    const text = `  # Talks\r\n\r\n* one\n\t${TEXT}\n😀 \u200B end\n`
    expect((await receive(text)).document.text).toBe(text)
  })

  it('are told by their byte order mark, which is no part of the text', async () => {
    const utf16 = Buffer.from(`\uFEFF${TEXT}`, 'utf16le')
    const marked: [string, Uint8Array][] = [
      ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
      ['utf-16le', utf16],
      ['utf-16be', Buffer.from(utf16).swap16()],
    ]
    for (const [encoding, bytes] of marked) expect((await receive(bytes)).document.text, encoding).toBe(TEXT)
  })

  it('are told to be UTF-16 without a mark', async () => {
    expect((await receive(Buffer.from(TEXT, 'utf16le'))).document.text).toBe(TEXT)
  })

  it('are told to be Windows-1252 by their letters', async () => {
    const bytes = Buffer.from(
      'Arendia\x92s envoy\x97\x93a friend\x94\x97came for the caf\xe9 talks. '.repeat(4),
      'latin1',
    )
    expect((await receive(bytes)).document.text).toContain('Arendia’s envoy—“a friend”—came for the café talks.')
  })

  it('are read in the encoding that the header names', async () => {
    const polish = Buffer.from([0xb3, 0xf3, 0x64, 0xbc])
    const { document } = await receive(polish, { contentType: 'text/plain; charset=ISO-8859-2' })
    expect(document.text).toBe('łódź')
  })

  it('with broken places are repaired, and an issue says so', async () => {
    const bytes = Buffer.concat([Buffer.from(`${TEXT} `.repeat(40)), Buffer.from([0xff]), Buffer.from(' The end.')])
    const { document, issues } = await receive(bytes)
    expect(document.text.endsWith('talks. \u{FFFD} The end.')).toBe(true)
    expect(issues[0]).toMatchObject({ code: 'text-repaired' })
  })
})

describe('bytes that are refused or known already', () => {
  it('are refused where there is nothing in them', async () => {
    expect(await codeOf(receive(''))).toBe('input-empty')
    expect(await codeOf(receive(' \n\t '))).toBe('input-empty')
    expect(await codeOf(receive('\uFEFF'))).toBe('input-empty')
  })

  it('are refused where they are no text', async () => {
    const binaries = [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]),
      Buffer.from('PK\x03\x04rest', 'latin1'),
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 37) % 256)),
      Buffer.from('a text with a nul\0 in it'),
    ]
    for (const bytes of binaries) expect(await codeOf(receive(bytes))).toBe('input-binary')
  })

  it('take what the caller knows before what they say themselves', async () => {
    const hints = { title: 'Talks', publisher: 'Velmar Post', url: 'https://post.example/1', publishedAt: '2025-11-11' }
    const { document, issues } = await receive(`November 10, 2025\n\n${TEXT}`, hints)
    expect(document).toMatchObject({ ...hints, language: 'en' })
    expect(issues).toEqual([])
  })
})

describe('bytes of a page', () => {
  it('give the article with its title, publisher, address and date', async () => {
    const { document, issues } = await receive(fixture('article.html'))
    expect(document).toMatchObject({
      title: 'Arendia and Borland open border talks',
      publisher: 'Velmar Post',
      url: 'https://post.example/border-talks',
      publishedAt: '2025-11-10T08:30:00+02:00',
    })
    expect(document.text.split('\n\n')).toEqual([
      expect.stringMatching(/^VELMAR — Arendia and Borland opened talks on Monday/),
      expect.stringMatching(/^“We have time,” said Omar Reis, the foreign minister of Arendia/),
      expect.stringMatching(/^Borland’s delegation did not comment\./),
      expect.stringMatching(/^Three crossings stay shut/),
    ])
    expect(issues).toEqual([])
  })

  it('take date and publisher from tags where there is no linked data', async () => {
    const page = `<!-- saved --><!DOCTYPE html><html><head><title>Truce holds | Post</title>
      <meta property="og:site_name" content="Cassia Daily"><script type="application/ld+json">{broken</script></head>
      <body><article><h1>Truce holds</h1><p>By Ana Prek</p><time datetime="2024-02-29">29 February</time>
      ${'<p>The truce between the two states held through the night, and there was no fire on the border.</p>'.repeat(6)}
      </article></body></html>`
    const { document } = await receive(page)
    expect(document).toMatchObject({ title: 'Truce holds', publisher: 'Cassia Daily', publishedAt: '2024-02-29' })
    expect(document.text).toContain('held through the night')
  })

  it('are read in the encoding that they declare', async () => {
    const page =
      '<html><head><meta charset="windows-1251"></head><body><p>The \xcc\xe8\xf0 station was shut.</p></body></html>'
    expect((await receive(Buffer.from(page, 'latin1'))).document.text).toBe('The Мир station was shut.')
  })

  it('are known by the header where they begin with something else', async () => {
    const { document } = await receive('<p>The envoy left.</p><p>The talks failed.</p>', { contentType: 'text/html' })
    expect(document.text).toBe('The envoy left.\n\nThe talks failed.')
    expect((await receive('<p>A sign of the times.')).document.text).toBe('<p>A sign of the times.')
  })

  it('are refused where a script would draw them', async () => {
    const page = '<!doctype html><html><head><title>Post</title></head><body><script>draw()</script></body></html>'
    expect(await codeOf(receive(page))).toBe('input-empty')
  })

  it('may be nested however deep', async () => {
    const page = `<html><body>${'<div>'.repeat(20_000)}<p>The envoy left.</p>${'</div>'.repeat(20_000)}</body></html>`
    expect((await receive(page)).document.text).toBe('The envoy left.')
  })
})

describe('bytes of a PDF', () => {
  it('give its text and title', async () => {
    const { document } = await receive(fixture('statement.pdf'))
    expect(document.title).toBe('Statement on the truce')
    expect(document.text).toContain('The government of Arendia welcomes the truce')
    expect(document.publishedAt).toBe('2025-11-10')
  })

  it('are refused where they are broken', async () => {
    expect(await codeOf(receive('%PDF-1.7\nnothing else'))).toBe('file-unreadable')
  })
})
