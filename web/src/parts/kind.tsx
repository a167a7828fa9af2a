import type { RecordKind } from '../../../src/model/index.ts'
import { KINDS, spoken } from './words.ts'

const COLOURS: Readonly<Record<RecordKind, string>> = {
  statement: 'text-statement',
  event: 'text-event',
  relation: 'text-relation',
  agreement: 'text-agreement',
  dependency: 'text-dependency',
  estimate: 'text-estimate',
}

export const kindColour = (kind: RecordKind): string => COLOURS[kind]

/** What a record is, in its kind's colour: a mark and the word for its type. */
export function Kind({ kind, type }: { readonly kind: RecordKind; readonly type?: string }) {
  return (
    <span className={`inline-flex items-center gap-2 text-s font-semibold ${COLOURS[kind]}`} title={KINDS[kind]}>
      <span aria-hidden="true" className="size-2 shrink-0 rounded-[2px] bg-current" />
      {type ? <span>{spoken(type)}</span> : KINDS[kind]}
    </span>
  )
}
