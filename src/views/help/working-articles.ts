import type { HelpArticle } from './help-article.ts'

export const workingArticles: readonly HelpArticle[] = [
  {
    id: 'offline',
    title: 'Working without a network',
    also: 'offline signal internet connection disconnected train basement',
    paragraphs: [
      'Everything you record is saved on your device first. A network is only needed to share it.',
      'The button at the top says what is not shared yet, such as "3 changes on this phone". They are sent by themselves once there is a network.',
      'A first sign-in on a device, invitations, and changing who may do what need a network.',
    ],
  },
  {
    id: 'files',
    title: 'Add a photo or a file',
    also: 'picture image camera screenshot attachment attach pdf document paste drop gallery upload size',
    paragraphs: [
      'When you raise an incident, and on the page of an incident, an outage or a matter, choose "Add photo or file". A phone offers its camera and your pictures. On a computer you can also drop files on the page, or paste a screenshot.',
      'It works without a network. The photo stays on your device and is sent after everything else; until then it says "On this device only until it is sent".',
      'Photos are made smaller before they are kept: the longer side has 1,600 points at most. Where and with what they were taken is left out. A picture that your device cannot read goes as it is, and the page says so.',
      'Other files may have 5 MB. A record may have 20 photos and files, and one person may add 200 MB within a day. If your device is full the photo is refused, and what you wrote is kept all the same.',
      'Tap one to see it in full or to save it to your device. Files that are not pictures are never opened in the page.',
      'Whoever may read the record may see its photos and files. What you added you can remove; "Undo" is offered for ten seconds, then it is deleted for good. ICT can remove any from incidents and outages, Legal from matters.',
      'A photo that was added elsewhere is fetched when you look at it, and can be seen without a network from then on.',
    ],
  },
  {
    id: 'sync',
    title: 'What the button at the top says',
    also: 'sync synchronise status up to date sending needs you session ended shared ctrl+s',
    paragraphs: [
      'Up to date: the server has confirmed all that was recorded here.',
      '3 changes on this phone: saved here, and not yet confirmed by the server.',
      'Needs you: two people set different values, or the server refused a change. Tap it to see which.',
      'Session ended: you can go on recording. Sign in again to send.',
      'Not yet shared with the server: this device has not had an answer yet.',
      '"Sync now" and Ctrl+S send and fetch at once. You never have to use them.',
    ],
  },
  {
    id: 'conflicts',
    title: 'When two people change the same thing',
    also: 'conflict two values differ choose other keep both',
    paragraphs: [
      'Changes to different things are joined by themselves.',
      'If two people set the same thing to different values, the later one shows and the other is kept. You are asked which is right, with the effect on the figure.',
      'Whatever you choose, both values stay readable.',
      'Two reports of one failure are joined: "2 reports, 1 outage".',
    ],
  },
  {
    id: 'refused',
    title: 'When the server refuses a change',
    also: 'rejected refused not allowed parked error try again discard download',
    paragraphs: [
      'A refused change stays on your device with the reason. Nothing is thrown away by itself.',
      'You can try again, for example after being given a role, download it to send it to a colleague, or discard it.',
    ],
  },
  {
    id: 'install',
    title: 'Put Uptally on your phone',
    also: 'install app home screen iphone ipad android icon add',
    paragraphs: [
      'Installed, it opens like any other app and keeps its data.',
      'iPhone and iPad: in Safari, choose Share, then "Add to Home Screen". Do it before you record anything: Safari removes the data of pages that were not opened for 7 days, unless they are on the Home Screen.',
      'Android: open the browser’s menu and choose "Install app" or "Add to Home screen".',
      'Computer: in Chrome or Edge, choose the install sign at the right of the address.',
    ],
  },
  {
    id: 'export',
    title: 'Take your data with you',
    also: 'export download csv json ods backup import sign out unsent passphrase sealed spreadsheet excel libreoffice council leave exit zip take over',
    paragraphs: [
      'Incidents, outages and systems have "Export" on their pages: the list as you filtered it, as CSV, as a spreadsheet (ODS) or as JSON. Work notes are never in such a file, comments only in JSON.',
      'Under Settings, This device, you can download everything you may see: as one JSON file, which another Uptally can take in, and as CSV for spreadsheets.',
      'Client officers, managers and administrators can export all of one council there: a zip of open files with a text that explains each of them. Other councils’ rows and work notes are not in it.',
      'A new server can begin with such a file: choose "Take over another Uptally’s data" in place of a set-up. Availability, impact and demand of the council come out the same there.',
      'Cells that a spreadsheet would run as a formula begin with an apostrophe, so that they are shown and not run.',
      'Signing out sends first. If that is not possible it says how many changes would be lost and offers to save them to a file that only your passphrase opens. Put it back under "Changes that need you" after you have signed in again, on any device.',
    ],
  },
  {
    id: 'roles',
    title: 'Who may do what',
    also: 'role permission rights admin manager ict legal staff access grant',
    paragraphs: [
      'Staff see outages. ICT report, end and correct them and keep the list of systems.',
      'Managers see figures for their councils and keep divisions and head counts. Client officers see the figures of their council.',
      'Legal people record time and open matters. A practice manager keeps posts, absences and charge rates. Both roles are held for all legal teams or for one.',
      'Administrators invite people, give roles, and keep councils, calendars and holidays.',
      'A role is held for one council or for all. What you may not see never reaches your device.',
    ],
  },
  {
    id: 'updates',
    title: 'New versions',
    also: 'update version upgrade reload new',
    paragraphs: [
      'A new version is fetched in the background. It starts when you choose "Update now", or the next time Uptally is opened.',
      'What you recorded stays, and text you were typing is kept and shown after the update.',
    ],
  },
  {
    id: 'keys',
    title: 'Keys',
    also: 'keyboard shortcut ctrl tab enter escape accessibility',
    paragraphs: [
      'Tab moves on, Shift and Tab moves back, Enter and Space choose, Escape closes a sheet.',
      'Ctrl+S sends and fetches at once.',
      'The first Tab on a page offers "Skip to content".',
    ],
  },
]
