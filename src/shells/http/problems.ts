import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import { type RefusalCode, Refused } from '../service/refused.ts'
import { told } from '../service/told.ts'

/** RFC 9457. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  /** Where a request does not fit: the field and what is wrong with it. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

type Code = ErrorCode | RefusalCode | 'internal'

/** Each code's status and title; a code without a row is our own fault. */
const KINDS: Readonly<Partial<Record<Code, readonly [number, string]>>> = {
  'request-invalid': [400, 'The request does not fit'],
  'cursor-invalid': [400, 'The cursor does not hold'],
  usage: [400, 'The request does not fit'],
  'date-invalid': [400, 'The date is none'],
  'input-not-json': [400, 'The body is no JSON'],
  'token-missing': [401, 'A token is needed'],
  'token-invalid': [401, 'The token does not hold'],
  'role-missing': [403, 'The token may not do that'],
  'origin-refused': [403, 'The request comes from another page'],
  'not-found': [404, 'There is no such thing in the ledger'],
  'route-unknown': [404, 'There is nothing here'],
  'method-unknown': [405, 'This cannot be done here'],
  'judgement-invalid': [409, 'The judgement does not fit what stands'],
  'input-too-large': [413, 'The report is too large'],
  'type-unsupported': [415, 'The body is of a kind that is not read'],
  'input-empty': [422, 'There is nothing to read'],
  'input-binary': [422, 'The bytes are no text'],
  'file-unreadable': [422, 'The file cannot be read'],
  'reading-too-long': [422, 'The report takes too long to read'],
  'too-many-requests': [429, 'Too many requests'],
  'fetch-failed': [502, 'The page could not be fetched'],
  busy: [503, 'Too much to do'],
  'ledger-unreachable': [503, 'The ledger does not answer'],
  'ledger-full': [507, 'There is no space left'],
}

const problem = (code: Code, detail: string): Problem => {
  const [status, title] = KINDS[code] ?? [500, 'Something went wrong here']
  return { type: `/docs#${code}`, title, status, detail, code }
}

export const PROBLEM_CODES = Object.keys(KINDS) as readonly Code[]
export const problemOf = (code: Code, detail: string): Problem => problem(code, detail)

interface Failure {
  readonly code?: string
  readonly statusCode?: number
  readonly message: string
  readonly validation?: readonly { readonly instancePath: string; readonly message?: string }[]
}

/** Codes of the server's own framework. */
const FRAMEWORK: Readonly<Record<string, readonly [Code, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['input-too-large', 'the body is over the limit of this route'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['type-unsupported', 'send application/json, or a file where files are taken'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['input-not-json', 'the body is no JSON'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['input-not-json', 'the body is empty'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['request-invalid', 'the length of the body is not the one given'],
}

const known = (error: unknown): error is ReadoutError | Refused =>
  error instanceof ReadoutError || error instanceof Refused

/** An error of our own rooms with its own words, for who may open the ledger himself; any other as for all. */
export const toFrankProblem = (error: unknown): Problem =>
  known(error) ? problem(error.code, error.message) : toProblem(error)

/** A request can be wrong in as many places as it is long; so many of them are told. */
const MOST_ERRORS = 20

/** Any error as a problem, in words for whoever asked. */
export function toProblem(error: unknown): Problem {
  if (known(error)) {
    const { code, words } = told(error)
    return problem(code, words)
  }
  const failure = error as Failure
  if (failure.validation) {
    const errors = failure.validation.slice(0, MOST_ERRORS).map(({ instancePath, message }) => ({
      field: instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: message ?? '',
    }))
    const more = failure.validation.length - errors.length
    const lines = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message))
    const detail = [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
    return { ...problem('request-invalid', detail), errors }
  }
  const framework = FRAMEWORK[failure.code ?? '']
  if (framework) return problem(...framework)
  const status = failure.statusCode ?? 500
  if (status === 429) return problem('too-many-requests', failure.message)
  if (status >= 400 && status < 500) return { ...problem('request-invalid', failure.message), status }
  return problem('internal', told(error).words)
}
