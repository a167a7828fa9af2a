import { describe, expect, it } from 'vitest'
import { loadIntake } from '../vocabulary/intake.ts'
import { openLanguage } from '../vocabulary/language.ts'
import { receiveReport } from './index.ts'

const intake = loadIntake(openLanguage('en'))
const receive = (text: string, given: { publishedAt?: string; title?: string } = {}) =>
  receiveReport({ text, ...given }, intake)
const ENGLISH = 'The envoys of the two states met in Velmar and said that the truce had held.'

describe('a report as a document', () => {
  it('keeps its text, even where it is broken', () => {
    const text = ` \uD800 ${ENGLISH}\r\n\u0000 \uDC00 `
    expect(receive(text).document.text).toBe(text)
  })

  it('is named by half the SHA-256 of its text', () => {
    // printf abc | sha256sum
    expect(receive('abc').document.id).toBe('ba7816bf8f01cfea414140de5dae2223')
  })

  it('leaves out what is empty', () => {
    expect(Object.keys(receive(ENGLISH, { title: ' ', publishedAt: '' }).document)).toEqual(['id', 'language', 'text'])
  })

  it('says that it is empty', () => {
    expect(receive(' \n').issues.map((issue) => issue.code)).toEqual(['no-date', 'text-empty'])
  })

  it('is kept whole where it is too long to be read, and an issue says what is not read', () => {
    const text = 'one two\n'.repeat(200_000)
    const { document, issues } = receive(text)
    expect(document.text).toBe(text)
    expect(issues[0]).toMatchObject({ code: 'text-cut', span: { start: 999_999, end: 1_600_000 } })
  })
})

describe('the date of a report', () => {
  it.each([
    ['2025-11-10', '2025-11-10'],
    ['2025-11-10T08:30:00Z', '2025-11-10T08:30:00Z'],
    ['2025-11-10 08:30:00.25-05', '2025-11-10T08:30:00.25-05'],
    ['Mon, 10 Nov 2025 08:30:00 GMT', '2025-11-10'],
    ['November 10, 2025', '2025-11-10'],
  ])('is the one given: %s', (given, date) => {
    const { document, issues } = receive(ENGLISH, { publishedAt: given })
    expect([document.publishedAt, issues]).toEqual([date, []])
  })

  it.each(['2025-02-30', '2025-13-01', 'yesterday', '10/11/2025'])('is not one that is none: %s', (given) => {
    const { document, issues } = receive(ENGLISH, { publishedAt: given })
    expect(document.publishedAt).toBeUndefined()
    expect(issues).toMatchObject([{ code: 'no-date', message: expect.stringContaining(`"${given}"`) }])
  })

  it.each([
    ['VELMAR, Nov. 10, 2025 — The envoys met.', '2025-11-10', 'Nov. 10, 2025'],
    ['VELMAR, Arendia, 10 November 2025 (AP) — The envoys met.', '2025-11-10', '10 November 2025'],
    ['New Velmar (November 10, 2025) – The envoys met.', '2025-11-10', 'November 10, 2025'],
    ['Talks open\n\nWednesday, January 23, 2019\n\nThe envoys met.', '2019-01-23', 'January 23, 2019'],
    ['Talks open\n10 November 2025\nThe envoys met.', '2025-11-10', '10 November 2025'],
    ['Published: 1st of March 2024 at 10:30 am GMT\n\nThe envoys met.', '2024-03-01', '1st of March 2024'],
    ['FOR IMMEDIATE RELEASE\nVelmar, 23/01/2019\n\nThe envoys met.', '2019-01-23', '23/01/2019'],
    ['Date: 2024-02-29\r\n\r\nThe envoys met.', '2024-02-29', '2024-02-29'],
  ])('is taken from the first lines: %s', (text, date, words) => {
    const { document, issues } = receive(text)
    expect(document.publishedAt).toBe(date)
    const [issue] = issues
    expect(issue?.code).toBe('date-from-text')
    expect(text.slice(issue!.span!.start, issue!.span!.end)).toBe(words)
  })

  it.each([
    'On November 10, 2025, the envoys met in Velmar.',
    'The treaty of 10 November 2025 was signed.',
    'VELMAR, Nov. 10 — The envoys met.',
    'Velmar, 10/11/2025\n\nThe envoys met.',
    'February 30, 2025\n\nThe envoys met.',
    'The envoys met.\n\nReis was born on\n10 November 1955 and Prek on 11 November 1955.',
    `${'The envoys met.\n'.repeat(12)}November 10, 2025`,
  ])('is not taken from other lines: %s', (text) => {
    const { document, issues } = receive(text)
    expect([document.publishedAt, issues[0]?.code]).toEqual([undefined, 'no-date'])
  })
})

describe('the language of a report', () => {
  it.each([
    ENGLISH,
    'Talks in Velmar fail to end the war',
    'ARENDIA AND BORLAND SIGN TRUCE',
    '“Die Wende” was the word that he used for the change in Berlin, and the crowd cheered.',
    'President Recep Tayyip Erdoğan met José Ramírez and François Dupont at the palace on Monday.',
  ])('is English: %s', (text) => {
    expect(receive(text).document.language).toBe('en')
  })

  it.each([
    ['French', 'Les ministres des deux pays se sont réunis à Velmar et ont dit que la trêve est respectée.'],
    ['German', 'Die Minister der beiden Staaten trafen sich in Velmar und sagten, dass die Waffenruhe hält.'],
    ['Spanish', 'Los ministros de los dos países se reunieron en Velmar y dijeron que la tregua se mantiene.'],
    ['Dutch', 'De ministers van de twee landen kwamen in Velmar bijeen en zeiden dat het bestand is gebleven.'],
    ['Polish', 'Ministrowie obu państw spotkali się w Velmarze i powiedzieli, że rozejm jest przestrzegany.'],
    ['Russian', 'Министры двух стран встретились в Вельмаре и заявили, что перемирие соблюдается.'],
    ['Arabic', 'التقى وزيرا البلدين في فلمار وقالا إن الهدنة صامدة.'],
    ['Chinese', '两国部长在会谈后表示停火得到遵守。'],
    ['figures', '12 34 56'],
    ['a name', 'Velmar'],
    ['three words that might be German', 'Treffen in Berlin'],
  ])('is not told to be English: %s', (_language, text) => {
    const { document, issues } = receive(text)
    expect(document.language).toBe('und')
    expect(issues.map((issue) => issue.code)).toContain('unknown-language')
  })
})
