import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { VERSION } from '../../read.ts'
import type { App } from './types.ts'

const DESCRIPTION = `Reads reports on politics and security and keeps the record. Every row of an answer carries citations: the
exact words, where they stand, and who says so; \`actors\` alone counts reports, and \`actor\` cites them. \`asOf\` asks what
held on a day, \`known\` asks as it was known then. Long lists go on with \`next\` as \`cursor\`. Errors are RFC 9457 problems with a \`code\`.`

/** OpenAPI 3.1 out of the routes' schemas. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Readout',
        version: VERSION,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      security: [{ token: [] }, {}],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'readout token makes one' } },
      },
      tags: [
        { name: 'Reading', description: 'Reading without keeping' },
        { name: 'Documents', description: 'Keeping reports' },
        { name: 'Questions', description: 'What the ledger answers' },
        { name: 'Records', description: 'Single records and actors' },
        { name: 'Export', description: 'Answers and records as files' },
        { name: 'Review', description: 'Judgements of people' },
        { name: 'Server', description: 'Who asks, and what answers' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}
