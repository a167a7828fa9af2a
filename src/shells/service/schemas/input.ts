import { z } from 'zod'

const about = {
  title: z.string().max(2000).optional(),
  publisher: z.string().max(500).optional(),
  publishedAt: z.string().max(40).optional().describe('ISO date or date-time; relative dates are resolved against it'),
}

export const LONGEST_TEXT = 4_000_000

/** A report to be read: its text, or the address of its page. */
export const input = z
  .strictObject({
    text: z.string().min(1).max(LONGEST_TEXT).optional().describe('the report; left out, the page at `url` is fetched'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    ...about,
  })
  .refine((report) => report.text !== undefined || report.url !== undefined, { error: 'give text or url' })
  .meta({ id: 'Report' })

export type Input = z.infer<typeof input>

export const keepInput = z
  .strictObject({
    ...input.shape,
    id: z
      .string()
      .max(500)
      .optional()
      .describe("the input's own id: the same id from the same publisher is the same article"),
    group: z.string().max(500).optional().describe('owner or network of the publisher'),
  })
  .refine((report) => report.text !== undefined || report.url !== undefined, { error: 'give text or url' })
  .meta({ id: 'ReportToKeep' })

export type KeepInput = z.infer<typeof keepInput>

/** A file as it is sent: bytes, as the parser of files alone hands them on. */
export const file = z
  .custom<Buffer>(Buffer.isBuffer, 'send the file itself as the body, with its content-type')
  .meta({ type: 'string', format: 'binary' })

export const knownOfFile = z.strictObject({
  ...about,
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
})
