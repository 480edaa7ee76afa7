import { createSignal, type JSX } from 'solid-js'
import { formatInstant } from '../../domain/format.ts'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/control/button.tsx'
import { Field } from '../parts/form/field.tsx'
import { Banner } from '../parts/notice/banner.tsx'

interface SecretLinkProps {
  readonly name: string
  readonly secret: string
  /** Instant, ms. */
  readonly until: number
}

/** A link that works once. It stands in the fragment, so no server or proxy writes it into a log. */
export function SecretLink(props: SecretLinkProps): JSX.Element {
  const { now } = useApp()
  const [isCopied, setCopied] = createSignal(false)
  const link = () => `${location.origin}/accept#${props.secret}`
  let field: HTMLInputElement | undefined
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link())
      setCopied(true)
    } catch {
      // Without the clipboard (no HTTPS) the link is selected, so that the keyboard copies it.
      field?.focus()
      field?.select()
    }
  }
  return (
    <Banner tone="good" isResult title={`A link for ${props.name}`}>
      <div class="stack">
        <p>
          Send it to {props.name} only. It works once, until {formatInstant(props.until, now())}, and is not shown
          again.
        </p>
        <Field label="Link" value={link()} onInput={() => {}} ref={(element) => (field = element)} />
        <div>
          <Button icon={isCopied() ? 'check' : undefined} onClick={() => void copy()}>
            {isCopied() ? 'Copied' : 'Copy the link'}
          </Button>
        </div>
      </div>
    </Banner>
  )
}
