import { For, type JSX } from 'solid-js'
import { Page } from '../parts/frame/page.tsx'

const gaps: readonly string[] = [
  'Charts are drawn as pictures. Each has a table with the same numbers under "Show as table", which screen readers read instead.',
  'Screen readers: tested with automatic checks and by keyboard. People who use VoiceOver, TalkBack, JAWS or NVDA every day have not yet tested it.',
  'Text brought in from other tools is shown as it was written, and may be hard to read.',
]

export function AccessibilityPage(): JSX.Element {
  return (
    <Page title="Accessibility statement" narrow back={{ href: '/help', label: 'Help' }}>
      <div class="stack">
        <p>
          This statement is about Uptally as it is installed here. It is written for the Public Sector Bodies (Websites
          and Mobile Applications) (No. 2) Accessibility Regulations 2018.
        </p>
        <h2>How far it complies</h2>
        <p>
          Uptally is built to the Web Content Accessibility Guidelines 2.2, level AA, and is partly compliant because of
          what is listed below.
        </p>
        <h2>What you can do</h2>
        <ul>
          <li>Use every screen with a keyboard alone, or with one thumb.</li>
          <li>Enlarge to 400% and change colours, spacing and fonts.</li>
          <li>Choose light or dark colours; both have the contrast the guidelines ask for.</li>
          <li>Switch off movement on your device: Uptally then moves nothing.</li>
          <li>Tell every status by its word and its shape, without colour.</li>
        </ul>
        <h2>What is not accessible yet</h2>
        <ul>
          <For each={gaps}>{(gap) => <li>{gap}</li>}</For>
        </ul>
        <h2>If something does not work for you</h2>
        <p>
          Tell your council’s ICT service desk which page it is and what you need, for example large print or the same
          facts by e-mail. Everything you may see can be downloaded as CSV under Settings, This device.
        </p>
        <h2>Enforcement</h2>
        <p>
          The Equality and Human Rights Commission enforces these regulations. If you are not happy with the answer to a
          complaint, contact the{' '}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
        </p>
        <h2>How it was tested</h2>
        <p>
          By automatic checks of the main pages in light and dark colours, at phone and desktop width, and by keyboard.
          It is reviewed at least once a year.
        </p>
      </div>
    </Page>
  )
}
