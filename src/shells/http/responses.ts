import { z } from 'zod'

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

const asProblem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

/** What any route may answer besides what it is for. */
export const PROBLEMS = {
  '4xx': asProblem('the request does not fit, or is not allowed'),
  '5xx': asProblem('it could not be done'),
} as const
