/** What a service may refuse besides the errors of the rooms below it. docs/errors.md says what each means. */
export type RefusalCode =
  | 'request-invalid'
  | 'cursor-invalid'
  | 'token-missing'
  | 'token-invalid'
  | 'role-missing'
  | 'origin-refused'
  | 'route-unknown'
  | 'method-unknown'
  | 'type-unsupported'
  | 'too-many-requests'
  | 'reading-too-long'
  | 'busy'

export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message)
  }
}
