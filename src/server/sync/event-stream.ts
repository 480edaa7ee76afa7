// "Something new": a stream of server-sent events that lasts no longer than the session and its grants.
import type { Context } from 'hono'
import type { SignedIn } from '../auth/session.ts'
import { isStanding } from '../auth/session.ts'
import type { ServerContext } from '../context.ts'
import type { Listener } from './pokes.ts'

const poke = 'data: poke\n\n'
const heartbeat = ': still here\n\n'

export function eventStream(c: Context, context: ServerContext, who: SignedIn): Response {
  const { pokes } = context
  const bytes = new TextEncoder()
  let close = () => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // A reader that does not take what it is sent needs no second poke: one says it all.
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes.encode(text))
        }
        const listener: Listener = {
          access: who.access,
          sessionId: who.session.id,
          poke: () => send(poke),
          end: () => {
            close()
            controller.close()
          },
        }
        const beat = setInterval(async () => {
          const stands = await isStanding(context, who).catch(() => false)
          if (!isOpen) return
          if (stands) send(heartbeat)
          else listener.end()
        }, context.heartbeatMs)
        let isOpen = true
        close = () => {
          isOpen = false
          clearInterval(beat)
          pokes.remove(listener)
        }
        pokes.add(listener)
        send(heartbeat)
      },
      cancel: () => close(),
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  )
  return c.body(stream, 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
}
