import { opSchema } from '../../domain/wire.ts'

/**
 * What a change was about, by the first name it carries: "Royal day"; undefined when it carries none. What was written of
 * a lawyer's time is privileged and in no title.
 */
export function opSubject(text: string): string | undefined {
  const told = changesOf(text).filter(({ k }) => k !== 'narrative')
  const sets = told.flatMap((change) => Object.values(change.set))
  const texts = ['name', 'title', 'text'].flatMap((field) => sets.map((set) => set[field]))
  return texts.find((found): found is string => typeof found === 'string' && found.trim() !== '')
}

function changesOf(text: string) {
  try {
    return opSchema.safeParse(JSON.parse(text)).data?.changes ?? []
  } catch {
    return []
  }
}
