import { z } from 'zod'
import type { Judgement, Ledger, Who } from '../../../ledger.ts'
import { ACTOR_TYPES, PARTS } from '../../../model/index.ts'
import type { Role } from '../../access/roles.ts'
import { heldId, standing } from '../../service/schemas/common.ts'
import { day } from '../../service/schemas/filters.ts'
import { judgement, placed } from '../../service/schemas/held.ts'
import type { Service } from '../../service/service.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const why = z.string().max(2000).default('').describe('kept with the judgement')
const params = z.strictObject({ id: heldId })

const actor = z.union([heldId, z.strictObject({ name: z.string().max(1000), type: z.enum(ACTOR_TYPES) })])
const correction = z.strictObject({
  subtype: z.string().max(200).optional(),
  polarity: standing.polarity.optional(),
  certainty: standing.certainty.optional(),
  realis: standing.realis.optional(),
  validFrom: day.nullable().optional(),
  validTo: day.nullable().optional(),
  fields: z
    .record(z.string().max(100), z.unknown())
    .optional()
    .describe(
      'of the record’s own kind: statements have channel and mode, events mode, means and joint, relations role and ended, agreements name, scope and excludes, estimates low, high, unit and approximate',
    ),
  actors: z
    .partialRecord(z.enum(PARTS), z.array(actor).max(200))
    .optional()
    .describe('all actors of a part, in order: known ones by their ids, others by a name and a type'),
  ends: z
    .strictObject({ antecedent: heldId.nullable().optional(), consequent: heldId.nullable().optional() })
    .optional()
    .describe('the records that the ends of a dependency are told by'),
})

interface Deed<Body extends z.ZodRawShape> {
  readonly url: string
  readonly summary: string
  readonly role?: Role
  readonly body: Body
  readonly judge: (ledger: Ledger, id: string, body: z.output<z.ZodObject<Body>>, who: Who) => Promise<Judgement>
}

/** A judgement is kept under the name of the token that made it: nobody can judge in another's name. */
function post<Body extends z.ZodRawShape>(
  app: App,
  { ledger }: Service,
  { url, summary, role = 'analyst', body, judge }: Deed<Body>,
): void {
  app.route({
    method: 'POST',
    url,
    config: { role },
    schema: {
      tags: ['Review'],
      summary,
      body: z.strictObject({ ...body, why }),
      ...(url.includes(':id') ? { params } : {}),
      response: { 200: judgement, ...PROBLEMS },
    },
    handler: async (request) => {
      const given = request.body as z.output<z.ZodObject<Body>> & { readonly why: string }
      const who = { by: request.caller!.name, why: given.why }
      return (await judge(ledger, (request.params as { id: string }).id, given, who)) as never
    },
  })
}

function recordRoutes(app: App, service: Service): void {
  const plain = (verb: 'accept' | 'reject' | 'retract', summary: string): void =>
    post(app, service, {
      url: `/api/records/:id/${verb}`,
      summary,
      body: {},
      judge: (ledger, record, _body, who) => ledger[verb](record, who),
    })
  plain('accept', 'A record is right')
  plain('reject', 'A record is wrong')
  plain('retract', 'A record no longer counts')
  post(app, service, {
    url: '/api/records/:id/correct',
    summary: 'A record is mended',
    body: { correction },
    judge: (ledger, record, body, who) =>
      ledger.correct(record, body.correction as Parameters<Ledger['correct']>[1], who),
  })
}

function groupRoutes(app: App, service: Service): void {
  const ids = z.array(heldId).max(10_000)
  post(app, service, {
    url: '/api/actors/merge',
    summary: 'Two actors are one: the second is from now on the first',
    body: { first: heldId, second: heldId },
    judge: (ledger, _id, { first, second }, who) => ledger.merge(first, second, who),
  })
  post(app, service, {
    url: '/api/actors/:id/split',
    summary: 'These links are another actor; without links, a merge is taken apart',
    body: { links: ids.default([]) },
    judge: (ledger, actor, { links }, who) => ledger.split(actor, links, who),
  })
  post(app, service, {
    url: '/api/clusters/:id/split',
    summary: 'These records tell something else',
    body: { records: ids.min(1) },
    judge: (ledger, cluster, { records }, who) => ledger.splitCluster(cluster, records, who),
  })
  post(app, service, {
    url: '/api/proposals/:id/decide',
    summary: 'Accept or reject what the ledger proposes',
    body: { decision: z.enum(['accepted', 'rejected']) },
    judge: (ledger, proposal, { decision }, who) => ledger.decide(proposal, decision, who),
  })
  post(app, service, {
    url: '/api/judgements/undo',
    summary: 'Take back a judgement, by default the last',
    body: { judgement: heldId.optional() },
    judge: (ledger, _id, body, who) => ledger.undo(who, body.judgement),
  })
}

function publisherRoute(app: App, { ledger }: Service): void {
  const rating = {
    reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
    group: z.string().max(500).optional(),
  }
  app.route({
    method: 'POST',
    url: '/api/publishers/rate',
    config: { role: 'admin' },
    schema: {
      tags: ['Review'],
      summary: 'How reliable a publisher is, and whose it is',
      body: z.strictObject({ name: z.string().min(1).max(500), ...rating, why }),
      response: { 200: z.object({ name: z.string() }), ...PROBLEMS },
    },
    handler: async ({ body: { name, why: because, ...given }, caller }) => {
      await ledger.ratePublisher(name, given as Parameters<Ledger['ratePublisher']>[1], {
        by: caller!.name,
        why: because,
      })
      return { name }
    },
  })
}

function placeRoute(app: App, { ledger }: Service): void {
  const degrees = (most: number) => z.number().min(-most).max(most).nullable()
  const body = z
    .strictObject({ lat: degrees(90), lon: degrees(180), why })
    .refine(({ lat, lon }) => (lat === null) === (lon === null), 'give both, or null for both')
  app.route({
    method: 'POST',
    url: '/api/actors/:id/place',
    config: { role: 'analyst' },
    schema: {
      tags: ['Review'],
      summary: 'Where an actor lies, for maps; null for both takes it off again',
      operationId: 'placeActor',
      params,
      body,
      response: { 200: placed, ...PROBLEMS },
    },
    handler: async ({ params: { id: actor }, body: { lat, lon, why: because }, caller }) => {
      const position = lat === null || lon === null ? null : { lat, lon }
      return ledger.placeActor(actor, position, { by: caller!.name, why: because })
    },
  })
}

/** Judgements of people. */
export function reviewRoutes(app: App, service: Service): void {
  recordRoutes(app, service)
  groupRoutes(app, service)
  publisherRoute(app, service)
  placeRoute(app, service)
}
