// Solid's compiled templates set innerHTML, which a page under `require-trusted-types-for 'script'` may do only through
// a policy. This default one lets markup of our own templates pass and refuses scripts and script addresses of other origins.

interface PolicyFactory {
  createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown
}

/** Before anything is rendered. Browsers without Trusted Types need nothing. */
export function allowTemplates(page: { trustedTypes?: PolicyFactory; origin: string }): void {
  page.trustedTypes?.createPolicy('default', {
    createHTML: (markup) => {
      if (/<script/i.test(markup)) throw new TypeError('a template may not hold a script')
      return markup
    },
    createScript: () => {
      throw new TypeError('no script is made from text')
    },
    createScriptURL: (address) => {
      if (new URL(address, page.origin).origin !== page.origin)
        throw new TypeError('scripts come from this origin only')
      return address
    },
  })
}
