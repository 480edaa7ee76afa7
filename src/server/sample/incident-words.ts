// What people ring the sample's desk about, as a table to read: system / category / impact / urgency / what is wrong / what
// was done. A line that begins with + is a request.
import type { ImpactSize, IncidentType, Urgency } from '../../domain/incident-words.ts'
import type { Random } from './random.ts'

export interface SampleTrouble {
  /** Key of the system; empty: none in the catalogue. */
  readonly system: string
  readonly type: IncidentType
  readonly category: string
  readonly impact: ImpactSize
  readonly urgency: Urgency
  readonly title: string
  readonly resolution: string
}

const table = `
signin / Account locked / person / medium / Locked out after changing my password / Account unlocked; the phone still held the old password.
signin / Second factor / person / high / New phone, and the sign-in code goes to the old one / Old phone taken off, new one registered.
signin / Account locked / person / high / Cannot sign in since this morning / Password had expired on Sunday; set anew with the caller.
signin / Permissions / group / medium / The whole team lost the shared calendar / Group membership restored after a clean-up had gone too far.
+signin / Starter or leaver / person / medium / New starter on Monday: account and equipment / Account made, laptop issued, access as the manager asked.
+signin / Starter or leaver / person / low / Leaver: please close the account at the end of the month / Account closed, mailbox handed to the manager.
mail / Mailbox full / person / low / Mailbox says that it is full / Online archive switched on.
mail / Delivery / person / medium / A resident's e-mail with plans never arrived / Held for its size; released, and the sender told how to share it.
mail / Junk / group / high / Dozens of false invoices in the team mailbox / Sender blocked, mails taken out of all mailboxes.
mail / Delivery / group / medium / Mails to solicitors come back / Our record for outgoing mail named a server that is gone; corrected.
+mail / Permissions / person / low / Access to the shared mailbox of Licensing / Granted after the owner agreed.
phones / Hardware / person / medium / Headset cuts out in the middle of calls / Headset replaced.
phones / Call routing / group / high / Calls to the repairs line ring out / Queue had no member after the rota changed; put right.
phones / Call routing / group / medium / Voicemail goes to somebody who has left / Diverted to the team.
phones / Line quality / department / high / Callers cannot hear us at the main site / Supplier replaced a card in the gateway.
remote / Connection / person / high / Cannot connect from home / Client reinstalled; the certificate had expired.
remote / Speed / person / medium / Remote desktop is very slow in the afternoon / Moved to another host; the old one was short of memory.
remote / Second factor / person / medium / Asked for a code again every hour / Clock of the laptop was wrong by six minutes.
files / Permissions / person / medium / Cannot open the team folder after moving desks / Added to the new team's group.
files / Lost file / person / high / A folder of committee reports has gone / Found one level deeper, moved there by mistake.
files / Lost file / person / medium / Yesterday's version of a spreadsheet, please / Restored from the backup of 18:00.
dms / Speed / group / medium / Documents take a minute to open / Index rebuilt overnight.
dms / Permissions / group / medium / Planning officers cannot see scanned plans / Right of the scanning account had been taken away; given back.
dms / Data / person / low / Scan filed under the wrong application / Moved to the right one.
dms / Error / group / high / "Repository unavailable" when saving / Service restarted; supplier is looking at why.
legal_case / Error / person / high / Court bundle will not build: page numbers missing / One exhibit was a damaged PDF; replaced.
legal_case / Speed / group / medium / Case list takes ages to load / Old saved search limited to one year.
legal_case / Data / person / medium / Time posted to the wrong matter / Moved by the practice manager.
legal_case / Permissions / person / medium / Cannot open a matter that I was given today / Named on the matter by its lead.
legal_case / Template / person / low / Letter template shows the old address / Template changed.
planning_case / Error / group / high / Consultation letters stuck in the queue / Queue restarted, 212 letters sent.
planning_case / Data / person / medium / Application shows twice in the public register / Duplicate withdrawn.
planning_case / Integration / group / medium / Plans do not show on the map / Link to the map service renewed.
planning_case / Permissions / person / low / Appeals officer needs the enforcement screens / Role added.
maps / Data / group / low / A new street is missing from the address search / Came with the weekly address load.
maps / Speed / person / medium / Map freezes when printing at A1 / Template made smaller.
revs / Error / department / critical / Council tax bills cannot be calculated / Batch stopped on one bad record; taken out and run again.
revs / Integration / group / high / Card payments do not reach accounts / File had come twice and was refused; loaded by hand.
revs / Permissions / person / medium / Benefits assessor cannot see change events / Role of the job had changed; added.
revs / Data / person / medium / Reminder sent to somebody who has paid / Posting date corrected, apology sent by the service.
housing_sys / Error / group / high / Repairs cannot be booked for next week / Calendar of the contractor was empty; loaded.
housing_sys / Data / person / medium / Rent account shows last year's charge / Charge line brought up to date.
housing_sys / Speed / group / medium / Tenancy screen takes thirty seconds / Statistics of the database refreshed.
housing_sys / Hardware / person / medium / Tablet does not send inspections / Signed in anew; eleven inspections sent.
housing_sys / Permissions / person / low / Cover for a colleague: access to voids / Given until the end of the month.
waste_sys / Integration / group / high / Missed bins do not reach the crews / Interface restarted, 64 reports sent.
waste_sys / Hardware / person / medium / Cab tablet does not charge / Cable and mount replaced.
waste_sys / Data / group / medium / Rounds of Wednesday are shown for Tuesday / Calendar for the bank holiday corrected.
env_sys / Error / person / medium / Inspection form will not save / Field had been made too short; changed.
env_sys / Data / person / low / Two records for one takeaway / Joined.
finance_sys / Error / group / high / Invoices stuck in approval / Approver had left; delegated.
finance_sys / Permissions / person / medium / Cannot raise orders since the new year / Budget code opened.
finance_sys / Report / person / low / Monthly report shows last month's figures / Job had not run; run again.
payroll / Error / group / critical / Overtime of this month is missing the day before pay run / Interface file loaded by the supplier in time.
payroll / Permissions / person / medium / Manager cannot approve leave / Line of reporting corrected.
web / Error / group / high / Online form for garden waste shows an error / Certificate of the form server renewed.
web / Content / person / low / Page still names the old mayor / Page changed.
web / Accessibility / person / medium / Screen reader stops at the search box / Label added, template published.
payments / Error / group / high / Payment kiosk shows "out of service" / Restarted by the supplier.
payments / Integration / group / medium / Refunds are shown twice / Display only; put right with the supplier's update.
committee / Hardware / group / high / No sound in the council chamber's webcast / Microphone panel reset before the meeting.
committee / Error / person / medium / Agenda pack is missing its last report / Published anew.
elections / Error / group / high / Postal vote file is refused by the printer / Two characters that the printer does not take; replaced.
elections / Data / person / medium / Elector appears at two addresses / Passed to the team, record closed.
leisure_sys / Error / group / medium / Swimming courses cannot be booked online / Prices of the new term published.
leisure_sys / Hardware / person / medium / Gate at the pool does not read cards / Reader cleaned and set anew.
print / Hardware / person / low / Printer on the second floor jams / New rollers fitted.
print / Queue / group / medium / Nothing prints at the depot / Queue cleared, driver put back.
print / Queue / person / medium / Jobs come out at the wrong printer / Default printer set by floor.
+print / Consumables / person / low / Toner for the plan printer / Delivered.
wan / Speed / department / high / Everything is slow at the east office / Line had fallen back to its reserve; supplier repaired it.
wan / Wireless / group / medium / No wireless in the meeting rooms / Access point replaced.
 / Hardware / person / medium / Laptop will not start / Battery replaced; data kept.
 / Hardware / person / low / Screen flickers / Cable replaced.
 / Hardware / person / high / Coffee on the keyboard / Loan laptop issued, own one repaired.
+ / Equipment / person / low / Second screen for home / Delivered to the office for collection.
+ / Software / person / low / Software to edit PDF files / Licence given.
`

export const sampleTroubles: readonly SampleTrouble[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [first = '', category = '', impact, urgency, title = '', resolution = ''] = line
      .split(' / ')
      .map((cell) => cell.trim())
    return {
      system: first.replace('+', ''),
      type: first.startsWith('+') ? 'request' : 'incident',
      category,
      impact: impact as ImpactSize,
      urgency: urgency as Urgency,
      title,
      resolution,
    }
  })

const callers =
  `Anita Marlow, Brian Tuck, Chloe Hartnell, Dev Anand, Elspeth Grey, Femi Adeyemi, Gareth Lowe, Halima Noor,
Iain Birch, Joan Pettit, Karl Egan, Lin Zhao, Marta Kowal, Neil Cropper, Olive Stamp, Pavel Hruby, Rosa Delgado, Sid Farrow,
Tamsin Rook, Uma Pillai, Vera Stone, Will Hedges, Yasmin Akhtar, Zoe Pratt`
    .split(',')
    .map((name) => name.trim())

const asks = [
  'Which machine is it? The number is on the label below the screen.',
  'Does it happen with every document, or with this one only?',
  'When did it last work?',
  'Could you send us a picture of the message?',
] as const
const answers = [
  'It worked on Friday.',
  'Every one that I have tried.',
  'The one by the window, label 4471.',
  'Only when I am at home.',
] as const
const updates = [
  'Thank you, we are looking at it.',
  'The supplier has a reference and will ring back today.',
  'We have found the cause and are putting it right.',
  'Please sign out and in again, and tell us whether it works.',
] as const
const workNotes = [
  'Same as last month; see the known fault list.',
  'Log shows a timeout to the database at the time given.',
  'Rang, no answer. Will try after two.',
  'Supplier wants the trace file; uploaded to their portal.',
  'Looked at it with the caller on the telephone.',
  'Needs a change outside working hours; agreed with the owner.',
  'Third one from this team this week.',
] as const
const calls = [
  'Members have asked about it twice.',
  'The service cannot meet its deadline of Friday.',
  'Residents are waiting in the reception.',
] as const

export const callerOf = (random: Random): string => random.pick(callers)
export const askOf = (random: Random): string => random.pick(asks)
export const answerOf = (random: Random): string => random.pick(answers)
export const updateOf = (random: Random): string => random.pick(updates)
export const workNoteOf = (random: Random): string => random.pick(workNotes)
export const callOf = (random: Random): string => random.pick(calls)
