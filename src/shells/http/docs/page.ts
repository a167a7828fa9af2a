import { PROBLEM_CODES, problemOf } from '../problems.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    name: string
    in: string
    required?: boolean
    description?: string
    schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}
interface Api {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!)

/** A type in a few words, as HTML; a named one links to its table. */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return ''
  const name = schema.$ref?.split('/').at(-1)
  if (name) return `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' or ')
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`
  if (schema.enum) return schema.enum.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(' ')
  if (schema.items) return `list of ${typeOf(schema.items)}`
  return escapeHtml([schema.type ?? 'any'].flat().join(' or '))
}

const row = (name: string, must: boolean, schema: Schema, description = schema.description): string =>
  `<tr><th scope="row"><code>${escapeHtml(name)}</code>${must ? ' <em>needed</em>' : ''}</th><td>${typeOf(schema)}</td><td>${escapeHtml(description ?? '')}</td></tr>`

const table = (rows: readonly string[]): string =>
  rows.length === 0 ? '' : `<table><tbody>${rows.join('')}</tbody></table>`

const fields = (schema: Schema): string =>
  table(
    Object.entries(schema.properties ?? {}).map(([name, field]) =>
      row(name, schema.required?.includes(name) ?? false, field),
    ),
  )

function bodyOf({ requestBody }: Operation): string {
  const content = Object.entries(requestBody?.content ?? {})
  if (content.length === 0) return ''
  const schema = content[0]![1].schema
  return `<h4>Body</h4><p>${content.map(([type]) => `<code>${escapeHtml(type)}</code>`).join(' ')} ${typeOf(schema)}</p>${schema ? fields(schema) : ''}`
}

function answerOf({ responses }: Operation): string {
  const schema = Object.values(responses?.['200']?.content ?? {})[0]?.schema
  return schema ? `<h4>Answer</h4><p>${schema.properties ? '' : typeOf(schema)}</p>${fields(schema)}` : ''
}

function operation(path: string, method: string, op: Operation): string {
  const parameters = (op.parameters ?? []).map((p) =>
    row(p.name, p.required ?? false, p.schema, p.description ?? p.schema.description),
  )
  const heading = `<h3><code>${method.toUpperCase()} ${escapeHtml(path)}</code> ${escapeHtml(op.summary ?? '')}</h3>`
  return `<section>${heading}<p>${escapeHtml(op.description ?? '')}</p>${parameters.length > 0 ? `<h4>Parameters</h4>${table(parameters)}` : ''}${bodyOf(op)}${answerOf(op)}</section>`
}

function section(api: Api, { name, description }: { readonly name: string; readonly description?: string }): string {
  const operations = Object.entries(api.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method, op]) => method !== 'head' && op.tags?.includes(name))
      .map(([method, op]) => operation(path, method, op)),
  )
  return `<h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2><p>${escapeHtml(description ?? '')}</p>${operations.join('')}`
}

function problems(): string {
  const rows = PROBLEM_CODES.map((code) => problemOf(code, '')).map(
    ({ code, status, title }) =>
      `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>`,
  )
  return `<h2 id="Problems">Problems</h2>${table(rows)}`
}

/** The description of the API as one page without scripts. */
export function docsPage(source: object): string {
  const api = source as Api
  const schemas = Object.entries(api.components?.schemas ?? {}).filter(
    ([name, schema]) => schema.properties && !name.endsWith('Input'),
  )
  const shapes = schemas.map(
    ([name, schema]) =>
      `<section id="${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3><p>${escapeHtml(schema.description ?? '')}</p>${fields(schema)}</section>`,
  )
  const tags = api.tags ?? []
  const links = [...tags.map((tag) => tag.name), 'Shapes', 'Problems'].map(
    (name) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(api.info.title)} API</title><link rel="stylesheet" href="/docs/style.css"></head>
<body><header><h1>${escapeHtml(api.info.title)} ${escapeHtml(api.info.version)}</h1><p>${escapeHtml(api.info.description ?? '')}</p>
<nav aria-label="Sections">${links.join(' ')} <a href="/openapi.json">openapi.json</a></nav></header>
<main>${tags.map((tag) => section(api, tag)).join('')}<h2 id="Shapes">Shapes</h2>${shapes.join('')}${problems()}</main></body></html>
`
}

export const docsStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
nav a { margin-right: 1rem; }
section { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0 1rem; }
h3 { font-size: 1.05rem; } h4 { margin: .75rem 0 .25rem; font-size: .9rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; font-weight: normal; overflow-wrap: anywhere; }
th { width: 14rem; } em { font-size: .8em; } code { font: .92em ui-monospace, monospace; }
`
