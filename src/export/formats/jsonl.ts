import { RECORD_KINDS } from '../../model/index.ts'
import { type Format, jsonLine, rowByRow } from './format.ts'

/** One record a line, as `GET /api/records/:id` gives it, with the names of the world's actors beside those of the report. */
export const jsonl: Format = {
  name: 'jsonl',
  title: 'JSON Lines: every record whole, with both times, its spans and its citation',
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  kinds: RECORD_KINDS,
  write: rowByRow((record, { actorOf }) =>
    jsonLine({ ...record, parts: record.parts.map((p) => ({ ...p, worldName: actorOf(p.actor)?.name ?? p.name })) }),
  ),
}
