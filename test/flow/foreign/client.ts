// A client as a stranger would write it from src/sync/README.md alone: it shares no line with the app.

type Doc = Record<string, unknown>
type Send = (request: Request) => Promise<Response>

export interface ForeignRow {
  readonly k: string
  readonly id: string
  readonly s: string
  readonly ver: number
  readonly del: boolean
  readonly doc: Doc
  readonly groups: Record<string, { v: number }>
}

interface Change {
  readonly k: string
  readonly id: string
  readonly s: string
  readonly base: Record<string, number>
  readonly set: Record<string, Doc>
}

interface Verdict {
  readonly mid: number
  readonly o: 'ok' | 'conflict' | 'rejected'
  readonly code?: string
  readonly message?: string
}

interface Waiting {
  readonly mid: number
  readonly text: string
}

/** Says what is not the server's voice, or its refusal. */
export class NotTaken extends Error {}

export class ForeignClient {
  readonly rows = new Map<string, ForeignRow>()
  readonly refused: Verdict[] = []
  /** The clock that ops are dated by. */
  now = () => Date.now()
  private readonly origin: string
  private readonly send: Send
  private cursors: Record<string, number> = {}
  private waiting: Waiting[] = []
  private client = crypto.randomUUID()
  private lastMid = 0
  private cookie = ''
  private session = { db: '', userId: '' }

  constructor(origin: string, send: Send) {
    this.origin = origin
    this.send = send
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await this.ask('/auth/sign-in', { email, password })
    this.cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    this.session = ((await response.json()) as { session: { db: string; userId: string } }).session
  }

  /** A copy of everything, as when somebody copies a profile. */
  copy(): ForeignClient {
    const other = new ForeignClient(this.origin, this.send)
    for (const [key, row] of this.rows) other.rows.set(key, row)
    Object.assign(other, {
      cursors: { ...this.cursors },
      waiting: [...this.waiting],
      client: this.client,
      lastMid: this.lastMid,
      cookie: this.cookie,
      session: this.session,
    })
    return other
  }

  get userId(): string {
    return this.session.userId
  }

  get waitingCount(): number {
    return this.waiting.length
  }

  row(kind: string, id: string): ForeignRow | undefined {
    return this.rows.get(`${kind} ${id}`)
  }

  record(name: string, ...changes: readonly Change[]): void {
    const mid = ++this.lastMid
    const text = JSON.stringify({ mid, name, by: this.session.userId, at: this.now(), schema: 1, changes })
    this.waiting.push({ mid, text })
  }

  create(k: string, s: string, set: Record<string, Doc>): Change {
    return { k, id: crypto.randomUUID(), s, base: {}, set }
  }

  change(k: string, id: string, set: Record<string, Doc>): Change {
    const row = this.row(k, id)
    if (!row) throw new Error('not held')
    const base = Object.fromEntries(
      Object.keys(set).flatMap((group) => {
        const mark = row.groups[group]
        return mark ? [[group, mark.v]] : []
      }),
    )
    return { k, id, s: row.s, base, set }
  }

  async push(): Promise<void> {
    while (this.waiting.length > 0) {
      const response = await this.ask('/sync/v1/push', {
        ...this.envelope(),
        now: Date.now(),
        ops: this.waiting.slice(0, 50).map(({ text }) => text),
      })
      const said = (await response.json()) as {
        x: string
        results?: Verdict[]
        gap?: { expected: number }
        forked?: true
      }
      if (said.forked) this.renumber()
      else if (said.gap) throw new NotTaken(`the server has none of ${said.gap.expected}`)
      else this.settle(said.results ?? [])
    }
  }

  async pull(limit = 1000): Promise<void> {
    for (let more = true; more; ) {
      const response = await this.ask('/sync/v1/pull', {
        ...this.envelope(),
        schema: 1,
        cursors: this.cursors,
        limit,
      })
      const lines = (await response.text()).split('\n').filter((line) => line !== '')
      const [head, ...rest] = lines.map((line) => JSON.parse(line) as Doc)
      const end = rest.pop() as { end?: true; cursors: Record<string, number>; more: boolean } | undefined
      if (head?.x !== 'sync1' || !end?.end) throw new NotTaken('cut short')
      for (const scope of head.revoked as string[]) this.forget(scope)
      for (const row of rest as unknown as ForeignRow[]) this.rows.set(`${row.k} ${row.id}`, row)
      this.cursors = { ...this.cursors, ...end.cursors }
      more = end.more
    }
  }

  private envelope() {
    return { x: 'sync1', db: this.session.db, client: this.client, build: 1, user: this.session.userId }
  }

  private settle(verdicts: readonly Verdict[]): void {
    if (verdicts.length === 0) throw new NotTaken('no verdict')
    this.refused.push(...verdicts.filter(({ o }) => o === 'rejected'))
    const settled = new Set(verdicts.map(({ mid }) => mid))
    this.waiting = this.waiting.filter(({ mid }) => !settled.has(mid))
  }

  private renumber(): void {
    this.client = crypto.randomUUID()
    this.waiting = this.waiting.map(({ text }, index) => {
      const mid = index + 1
      return { mid, text: JSON.stringify({ ...(JSON.parse(text) as Doc), mid }) }
    })
    this.lastMid = this.waiting.length
  }

  private forget(scope: string): void {
    for (const [key, row] of this.rows) if (row.s === scope) this.rows.delete(key)
    delete this.cursors[scope]
  }

  private async ask(path: string, body: Doc): Promise<Response> {
    const response = await this.send(
      new Request(this.origin + path, {
        method: 'POST',
        headers: { origin: this.origin, 'content-type': 'application/json', cookie: this.cookie },
        body: JSON.stringify(body),
      }),
    )
    if (!response.ok) throw new NotTaken(`${response.status} ${await response.text()}`)
    return response
  }
}
