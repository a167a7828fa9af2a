import type { Reading } from '../../../../src/model/index.ts'
import { client, fetchRaw } from '../../api/client.ts'
import type { Draft } from './draft.ts'

const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/plain',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  pdf: 'application/pdf',
}

/** What a file is, by the end of its name: browsers do not agree on types of their own. */
const typeOf = (name: string): string =>
  TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

const sendFile = async (path: string, file: File): Promise<Response> =>
  fetchRaw(path, { method: 'POST', body: file, headers: { 'content-type': typeOf(file.name) } })

export const readFile = async (file: File): Promise<Reading> =>
  (await sendFile('/api/read/file', file)).json() as Promise<Reading>

export const readAddress = (url: string): Promise<Reading> => client.read({ url })

/** What a reading knows of its report, as the fields hold it. */
export const draftOf = ({ document }: Reading): Draft => ({
  text: document.text,
  title: document.title ?? '',
  publisher: document.publisher ?? '',
  publishedAt: document.publishedAt ?? '',
  url: document.url ?? '',
})

export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim())
