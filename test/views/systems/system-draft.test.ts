import { describe, expect, test } from 'vitest'
import {
  draftOfSystem,
  newAgreement,
  newSystem,
  readSystemDraft,
  type SystemDraft,
} from '../../../src/views/systems/system-draft.ts'

const blank = { ...newSystem('2026-11-23', 'office'), name: 'E-mail' }
const errorsOf = (draft: SystemDraft) => {
  const read = readSystemDraft(draft)
  return read.ok ? [] : read.errors.map((error) => error.fieldId)
}
const withAgreement = (changes: object) => ({
  ...blank,
  agreements: blank.agreements.map((each) => ({ ...each, ...changes })),
})

describe('the form of a system', () => {
  test('what is recorded comes back unchanged', () => {
    const system = {
      name: 'E-mail',
      about: 'Mail',
      owner: 'Workplace',
      agreements: [
        { from: '2020-01-01', calendarId: 'office', targetPercent: 99.5, noticeMinutes: 4320 },
        { from: '2026-04-01', calendarId: 'always', targetPercent: null, noticeMinutes: null },
      ],
      retiredOn: '2027-01-01',
    }
    expect(readSystemDraft(draftOfSystem(system))).toEqual({ ok: true, system })
  })

  test('everything wrong is said at once, each at its field', () => {
    const wrong = { target: '101', notice: 'soon', calendarId: undefined }
    expect(errorsOf({ ...withAgreement(wrong), name: ' ' })).toEqual([
      'system-name',
      'agreement-0-calendar',
      'agreement-0-target',
      'agreement-0-notice',
    ])
  })

  test('a target may be typed with a comma or a per cent sign', () => {
    expect(readSystemDraft(withAgreement({ target: '99,5 %' }))).toMatchObject({
      system: { agreements: [{ targetPercent: 99.5 }] },
    })
  })

  test('two agreements cannot begin on one day', () => {
    const twice = { ...blank, agreements: [...blank.agreements, newAgreement(1, '2026-11-23', blank.agreements[0])] }
    expect(errorsOf(twice)).toEqual(['agreement-1-from-day'])
  })

  test('a day of retirement must be a real one', () => {
    const retired = { ...blank, isRetired: true, retiredOn: { day: '31', month: '2', year: '2027', time: '' } }
    expect(errorsOf(retired)).toEqual(['system-retired-day'])
  })
})
