import type { RecordKind } from '../../../../../src/model/records.ts'

/** Fields of a kind's own, as people are asked for them. */
export interface OwnField {
  readonly field: string
  readonly label: string
  readonly is: 'words' | 'figure' | 'tick' | 'scopes' | 'quoting'
}

export const OWN_FIELDS: Readonly<Record<RecordKind, readonly OwnField[]>> = {
  statement: [
    { field: 'channel', label: 'Through', is: 'words' },
    { field: 'mode', label: 'Quoted', is: 'quoting' },
  ],
  event: [
    { field: 'mode', label: 'How', is: 'words' },
    { field: 'means', label: 'By means of', is: 'words' },
    { field: 'joint', label: 'Done together', is: 'tick' },
  ],
  relation: [
    { field: 'role', label: 'As', is: 'words' },
    { field: 'ended', label: 'It has ended', is: 'tick' },
  ],
  agreement: [
    { field: 'name', label: 'Name', is: 'words' },
    { field: 'scope', label: 'Covers', is: 'scopes' },
    { field: 'excludes', label: 'Leaves out', is: 'scopes' },
  ],
  dependency: [],
  estimate: [
    { field: 'low', label: 'At least', is: 'figure' },
    { field: 'high', label: 'At most', is: 'figure' },
    { field: 'unit', label: 'Unit', is: 'words' },
    { field: 'approximate', label: 'Only about', is: 'tick' },
  ],
}
