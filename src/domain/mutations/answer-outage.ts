// What an outage did to one's own time, said in one tap and taken back in another.
import * as z from 'zod/mini'
import { idSchema } from '../id-schema.ts'
import { changeDiffering, create, defineMutation, setDeleted } from '../mutation.ts'
import { outageAnswerSchema, outageAnswers } from '../time-entry.ts'

export const answerOutage = defineMutation({
  name: 'outage_answer.set',
  roles: ['legal', 'practice_manager'],
  args: z.object({
    teamId: idSchema,
    outageId: idSchema,
    on: outageAnswerSchema.shape.on,
    /** null takes the answer back. */
    answer: z.nullable(z.enum(outageAnswers)),
  }),
  writes: { outage_answer: ['edge', 'answer', 'deleted'] },
  async run({ answer, ...edge }, reads, { personId, newId }) {
    const answers = await reads.where('outage_answer', 'outageId', edge.outageId)
    const own = answers.filter((given) => given.personId === personId && given.on === edge.on)
    if (answer === null) return own.map((given) => setDeleted('outage_answer', given, true))
    if (own.length === 0) return [create('outage_answer', newId(), { ...edge, personId, answer })]
    return own.flatMap((given) => changeDiffering('outage_answer', given, { answer }) ?? [])
  },
})
