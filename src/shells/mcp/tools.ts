import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { ReadoutError } from '../../model/errors.ts'
import { pageOf } from '../service/paged.ts'
import { QUESTIONS, type QuestionKind } from '../service/questions.ts'
import { heldId } from '../service/schemas/common.ts'
import { filters, moment, paging, questionOf } from '../service/schemas/filters.ts'
import { LONGEST_TEXT } from '../service/schemas/input.ts'
import { type Service, taskOf } from '../service/service.ts'
import { attempt } from './answers.ts'

type Complain = (error: unknown) => void

const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const
const rows = z.coerce.number().int().min(1).max(200).default(25).describe('most rows of one answer')

function questionTool(server: McpServer, service: Service, complain: Complain, kind: QuestionKind): void {
  const inputSchema = { ...filters, ...kind.options, ...paging, limit: rows }
  const cites = kind.cited ? 'Each row cites the exact words of its reports.' : 'Its rows count reports and cite none.'
  const description = `${kind.description} ${cites} Give \`next\` as cursor for more.`
  server.registerTool(kind.name, { title: kind.title, description, inputSchema, annotations }, (given) =>
    attempt(async () => {
      const asked = given as Record<string, unknown> &
        Parameters<typeof questionOf>[0] & { limit: number; cursor?: string }
      const entries = Object.keys(kind.options).map((key) => [key, asked[key]] as const)
      const options = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
      const ask = (question: Parameters<typeof kind.ask>[1]) => kind.ask(service.ledger, question, options as never)
      return pageOf(service, { name: kind.name, question: questionOf(asked), options, ask }, asked)
    }, complain),
  )
}

const report = {
  text: z.string().min(1).max(LONGEST_TEXT),
  title: z.string().max(2000).optional(),
  publisher: z.string().max(500).optional(),
  publishedAt: z.string().max(40).optional().describe('ISO date; relative dates are resolved against it'),
}

function readTool(server: McpServer, service: Service, complain: Complain): void {
  const description =
    'Reads a report and keeps nothing: its actors, statements, events, relations, agreements, dependencies and estimates, each with spans of its exact words.'
  server.registerTool('read_text', { title: 'Read a text', description, inputSchema: report, annotations }, (given) =>
    attempt(
      async () => JSON.parse(await service.readings.read(await taskOf(given, service.reach))) as object,
      complain,
    ),
  )
}

function recordTool(server: McpServer, { ledger }: Service, complain: Complain): void {
  const inputSchema = { id: heldId, known: moment.optional() }
  const description =
    'One record with the quotation it rests on, who says so, when it was recorded, and on how many independent words it stands.'
  server.registerTool(
    'get_record',
    { title: 'Fetch a record', description, inputSchema, annotations },
    ({ id, known }) =>
      attempt(async () => {
        const times = known === undefined ? {} : { known }
        const [record] = await ledger.records({ ids: [id], retracted: true, ...times })
        if (!record) throw new ReadoutError('not-found', `there is no record ${id}`)
        return { record, corroboration: await ledger.corroboration(record.cluster ?? id, times) }
      }, complain),
  )
}

export function addTools(server: McpServer, service: Service, complain: Complain): void {
  readTool(server, service, complain)
  recordTool(server, service, complain)
  for (const kind of QUESTIONS) questionTool(server, service, complain, kind)
}
