import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import fastify, { type FastifyReply } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { ReadoutError } from '../../model/errors.ts'
import type { Service } from '../service/service.ts'
import { told } from '../service/told.ts'
import { describeApi } from './describe-api.ts'
import { type Access, guard } from './guard.ts'
import { sendHeaders } from './headers.ts'
import { limitRate } from './limit-rate.ts'
import { BODY_LIMIT, RATE } from './limits.ts'
import { type Problem, toFrankProblem, toProblem } from './problems.ts'
import { putOnRecord } from './put-on-record.ts'
import { addRoutes } from './routes/index.ts'
import { tagAnswers } from './tag-answers.ts'
import type { App } from './types.ts'

export interface AppOptions {
  readonly service: Service
  readonly access: Access
  /** Folder of the page, where it is built. */
  readonly pages?: string
  /** Told of errors that are no mistake of who asks. */
  readonly complain: (error: unknown) => void
  /** Requests a minute from one address; default 1,200. */
  readonly rate?: number
}

const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((value: Problem) => JSON.stringify(value))
    .send(problem)

/** What befell the server: whoever asked is told so in plain words, and the log has its own. */
const isBefallen = (error: unknown): boolean => error instanceof ReadoutError && told(error).ours

function answerProblems(app: App, complain: AppOptions['complain']): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = request.caller?.owner ? toFrankProblem(error) : toProblem(error)
    if (problem.status === 500 || isBefallen(error)) complain(error)
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="readout"')
    return sendProblem(reply as never, problem)
  })
}

/** In the order in which a request meets them: it is counted, checked, put on record, answered, tagged, packed. */
async function addSteps(app: App, { service: { clock }, access, rate = RATE, complain }: AppOptions): Promise<void> {
  sendHeaders(app)
  await limitRate(app as never, rate, access.tokens)
  guard(app as never, access)
  putOnRecord(app as never, { audit: access.audit, clock, complain })
  // Before compressing: the ETag is of what is said, not of how it is packed.
  tagAnswers(app as never)
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions, zlibOptions: { level: 6 } })
}

/** The server without a socket: `inject` asks it. */
export async function buildApp(options: AppOptions): Promise<App> {
  const app: App = fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    exposeHeadRoutes: true,
    frameworkErrors: (error, _request, reply) => sendProblem(reply as never, toProblem(error)),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  answerProblems(app, options.complain)
  await addSteps(app, options)
  await describeApi(app)
  await addRoutes(app, options)
  await app.ready()
  return app
}
