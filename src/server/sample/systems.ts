// The sample's systems, as a table to read: key / name / about / owner / hours / target % / outages a year, about / minutes
// that one lasts, about / needs / who uses it.
// Needs: `key` all of it, `key*0.4` a share of it, `a|b` one of them. Use: the share of a division's work that stops without it.

export interface SampleSystem {
  readonly key: string
  readonly name: string
  readonly about: string
  readonly owner: string
  readonly hours: 'office' | 'extended' | 'always'
  readonly target: number
  readonly perYear: number
  readonly minutes: number
  readonly needs: readonly string[]
  /** By division's key, or `all`. */
  readonly used: Readonly<Record<string, number>>
}

const table = `
wan / Council network / Links between the offices and the data centre. / Networks / always / 99.5 / 6 / 55 /  / all:0.5
dc_a / Data centre A / Hosts in the north building. / Infrastructure / always / 99.9 / 1.5 / 70 /  /
dc_b / Data centre B / Second hosts, ten miles away. / Infrastructure / always / 99.9 / 1.5 / 80 /  /
hosting / Virtual servers / Runs on either data centre. / Infrastructure / always / 99.5 / 2 / 45 / dc_a|dc_b wan /
signin / Sign-in / One account for every system. / Identity / always / 99.8 / 4 / 35 /  / all:0.8
mail / E-mail / Mail and calendars. / Workplace / always / 99.5 / 7 / 60 / signin / all:0.25 legal:0.4
phones / Telephony / Desk phones and the contact centre queue. / Networks / extended / 99 / 9 / 75 / wan*0.7 / contact:0.8 revenues:0.3 housing:0.2
remote / Remote access / Working from home. / Networks / always / 99 / 8 / 50 / wan signin / all:0.35
files / File shares / Team folders. / Infrastructure / office / 99 / 5 / 65 / hosting / all:0.2
dms / Document store / Records, scans and case files. / Applications / office / 99 / 11 / 85 / hosting signin / legal:0.6 planning:0.5 revenues:0.4 housing:0.3
legal_case / Legal case system / Matters, time and court bundles. / Applications / office / 99 / 12 / 95 / dms mail*0.3 / legal:0.75
planning_case / Planning system / Applications and consultations. / Applications / office / 98.5 / 10 / 110 / dms*0.6 hosting maps*0.3 / planning:0.7
maps / Maps and addresses / Geographic data for every service. / Applications / office / 98 / 6 / 90 / hosting / planning:0.3 waste:0.2
revs / Revenues system / Council tax, business rates, benefits. / Applications / office / 99 / 9 / 100 / hosting dms*0.4 / revenues:0.8 contact:0.3
housing_sys / Housing system / Tenancies, rents and repairs. / Applications / office / 99 / 8 / 90 / hosting / housing:0.65 contact:0.2
waste_sys / Waste rounds / Routes, missed bins and cabs. / Applications / extended / 98.5 / 9 / 70 / hosting maps*0.5 / waste:0.5 contact:0.15
env_sys / Environmental health system / Premises, inspections and licences. / Applications / office / 98 / 5 / 85 / hosting / environment:0.6
finance_sys / Finance ledger / Orders, invoices and budgets. / Applications / office / 99 / 5 / 75 / hosting signin / finance:0.75 all:0.03
payroll / Payroll / People, absence and pay. / Supplier hosted / office / 99 / 3 / 80 / signin / hr:0.7
web / Websites / The three councils' sites and forms. / Digital / always / 99.5 / 8 / 40 /  / contact:0.15
payments / Payments / Cards, direct debits and kiosks. / Supplier hosted / extended / 99.5 / 6 / 50 / web*0.6 / revenues:0.15 contact:0.2
committee / Committee papers / Agendas, minutes and webcasts. / Digital / office / 98 / 4 / 70 /  / democratic:0.5 legal:0.1
elections / Electoral register / Registration and polls. / Supplier hosted / office / 99.5 / 2 / 60 /  / democratic:0.4
leisure_sys / Leisure bookings / Centres, classes and halls. / Digital / extended / 98 / 6 / 65 / payments*0.5 / leisure:0.4
print / Printing and post / Office printers and the hybrid mail room. / Workplace / office / 97 / 10 / 55 / wan*0.5 / legal:0.15 revenues:0.15 all:0.05
`

const words = (text: string | undefined) => (text ?? '').split(' ').filter((word) => word !== '')

export const sampleSystems: readonly SampleSystem[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [key = '', name = '', about = '', owner = '', hours, target, perYear, minutes, needs, used] = line
      .split('/')
      .map((cell) => cell.trim())
    return {
      key,
      name,
      about,
      owner,
      hours: hours as SampleSystem['hours'],
      target: Number(target),
      perYear: Number(perYear),
      minutes: Number(minutes),
      needs: words(needs),
      used: Object.fromEntries(words(used).map((use) => [use.split(':')[0] ?? '', Number(use.split(':')[1])])),
    }
  })
