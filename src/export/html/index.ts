import { createHash } from 'node:crypto'
import type { Reading, ReadoutRecord } from '../../model/index.ts'
import { type Description, describe, describeTime, KIND_SEQUENCE, KIND_TITLES, namer } from '../describe.ts'
import { CLIENT } from './client.ts'
import { embedJson, escapeHtml } from './escape.ts'
import { type Segment, segmentText } from './segments.ts'
import { STYLE } from './style.ts'
import { timelineSvg } from './timeline.ts'

const KEYS: readonly (readonly [string, string])[] = [
  ['j / k', 'next, previous record'],
  ['1 – 6', 'show or hide a kind'],
  ['/', 'filter the records'],
  ['d', 'dark or light'],
  ['Esc', 'let go'],
  ['?', 'these keys'],
]

const soft = (record: ReadoutRecord): boolean =>
  record.certainty !== 'certain' || record.realis !== 'actual' || record.polarity === 'denied'

/** A record's actors other than its sources, and its sources: what lights up with it. */
function who(record: ReadoutRecord): string[] {
  const own = (): (string | null)[] => {
    switch (record.kind) {
      case 'statement':
        return [record.speaker, ...record.hearers]
      case 'event':
        return [...record.actors, ...record.recipients]
      case 'relation':
        return [record.subject, record.object]
      case 'agreement':
        return [...record.parties]
      case 'estimate':
        return [record.of]
      case 'dependency':
        return []
    }
  }
  return [...new Set([...own(), ...record.sources])].filter((id): id is string => id !== null)
}

function marked(reading: Reading): string {
  const { text } = reading.document
  const piece = ({ start, end, records, actors }: Segment): string => {
    const words = escapeHtml(text.slice(start, end))
    if (records.length === 0 && actors.length === 0) return words
    const top = records.length > 0 ? reading.records[records.at(-1)!]! : null
    const style = top ? ` class="k-${top.kind}${records.every((r) => soft(reading.records[r]!)) ? ' soft' : ''}"` : ''
    const ids = records.length > 0 ? ` data-records="${records.join(' ')}"` : ''
    const people = actors.length > 0 ? ` data-actors="${actors.join(' ')}"` : ''
    return `<span${style}${ids}${people}>${words}</span>`
  }
  return segmentText(reading).map(piece).join('')
}

function details(d: Description, reading: Reading): string {
  const { record } = d
  const cues = record.cues.map((cue) => `“${reading.document.text.slice(cue.start, cue.end)}”`).join(', ')
  const rows: [string, string][] = [
    ['rule', record.rule],
    ['certainty', record.certainty],
    ['polarity', record.polarity],
    ['realis', record.realis],
  ]
  if (cues) rows.push(['cues', cues])
  if (record.time?.text) rows.push(['dated by', `“${record.time.text}”`])
  if (record.sameAs) rows.push(['same fact as', record.sameAs])
  return `<dl>${rows.map(([term, value]) => `<dt>${term}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`
}

function recordCard(reading: Reading, index: number, name: (id: string | null) => string): string {
  const record = reading.records[index]!
  const d = describe(record, reading, name)
  const notes = [d.when, d.where ? `in ${d.where}` : '', d.sources].filter(Boolean).map(escapeHtml)
  if (d.standing) notes.unshift(`<span class="standing">${escapeHtml(d.standing)}</span>`)
  const softly = soft(record) ? ' data-soft="1"' : ''
  return `<article class="record k-${record.kind}" id="record-${index}" data-id="${index}" data-kind="${record.kind}"${softly} tabindex="0" role="button" aria-expanded="false"><div class="what">${escapeHtml(d.what)}</div><div class="line">${escapeHtml(d.line)}</div>${notes.length > 0 ? `<div class="notes">${notes.join(' · ')}</div>` : ''}${record.kind === 'dependency' ? '' : `<q>${escapeHtml(d.quote)}</q>`}${details(d, reading)}</article>`
}

function sections(reading: Reading): string {
  const name = namer(reading)
  return KIND_SEQUENCE.map((kind) => {
    const cards = reading.records.flatMap((record, index) =>
      record.kind === kind ? [recordCard(reading, index, name)] : [],
    )
    return cards.length === 0 ? '' : `<section><h2>${KIND_TITLES[kind]}</h2>${cards.join('')}</section>`
  }).join('')
}

function kindButtons(reading: Reading): string {
  return KIND_SEQUENCE.map((kind) => {
    const count = reading.records.filter((record) => record.kind === kind).length
    return `<button type="button" class="k-${kind}" data-kind="${kind}" aria-pressed="true">${KIND_TITLES[kind]} <span class="n">${count}</span></button>`
  }).join('')
}

function meta(reading: Reading): string {
  const { publisher, publishedAt, url } = reading.document
  const date = publishedAt
    ? describeTime({ start: publishedAt.slice(0, 10), end: publishedAt.slice(0, 10), text: '', precision: 'day' })
    : 'no date'
  return [publisher, date, url, `read by ${reading.reader.name} ${reading.reader.version}`]
    .filter((x): x is string => Boolean(x))
    .map(escapeHtml)
    .join(' · ')
}

const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`

/** One self-contained page: the report with every record's words marked beside its records, light and dark, without network. */
export function html(reading: Reading): string {
  const title = escapeHtml(reading.document.title ?? 'Untitled report')
  const index = new Map(reading.actors.map((actor, at) => [actor.id, at]))
  const lights = Object.fromEntries(
    reading.records.map((record, at) => [at, who(record).flatMap((id) => index.get(id) ?? [])]),
  )
  const issues = reading.issues.map((issue) => `<li>${escapeHtml(`${issue.code}: ${issue.message}`)}</li>`).join('')
  const keys = KEYS.map(([key, does]) => `<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`).join('')
  const policy = `default-src 'none'; style-src ${hash(STYLE)} 'unsafe-hashes'; script-src ${hash(CLIENT)}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style>${STYLE}</style></head>
<body><header><h1>${title}</h1><p class="meta">${meta(reading)}</p>
<div class="bar">${kindButtons(reading)}<input id="filter" type="search" placeholder="Filter records" aria-label="Filter records"><button type="button" id="theme">Dark / light</button><button type="button" id="help-button">Keys</button></div>
${timelineSvg(reading)}</header>
<main><div class="text" lang="${escapeHtml(reading.document.language)}">${marked(reading)}</div>
<div class="records">${sections(reading) || '<p>Nothing in this text is a record.</p>'}${issues ? `<h2>Not settled</h2><ul class="issues">${issues}</ul>` : ''}</div></main>
<dialog id="help" aria-label="Keys"><dl>${keys}</dl><form method="dialog"><button>Close</button></form></dialog>
<script type="application/json" id="reading">${embedJson({ who: lights })}</script><script>${CLIENT}</script></body></html>
`
}
