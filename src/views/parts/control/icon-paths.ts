// The icons, drawn as one stroked path each on a 24 grid.

const ring = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z'

export const iconPaths = {
  alert: `${ring}M12 7.5V13M12 16.4v.1`,
  'arrow-down': 'M12 5v14M6 13l6 6 6-6',
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  'arrow-up': 'M12 19V5M6 11l6-6 6 6',
  bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8',
  chart: 'M3 20h18M6 16v-4M12 16V5M18 16V9',
  check: 'M5 12.5l5 5L19.5 7',
  'chevron-down': 'M5 9l7 7 7-7',
  'chevron-left': 'M15 5l-7 7 7 7',
  'chevron-right': 'M9 5l7 7-7 7',
  clock: `${ring}M12 7.5V12l3.5 2`,
  cloud: 'M7 18a4.5 4.5 0 0 1-.3-9A6 6 0 0 1 18 10a4 4 0 0 1-.5 8z',
  'cloud-off': 'M20.3 16.3A4 4 0 0 0 17.8 10 6 6 0 0 0 10 6.4M6.8 9A4.5 4.5 0 0 0 7 18h10.3M3.5 3.5l17 17',
  cross: 'M6 6l12 12M18 6L6 18',
  edit: 'M4 20l1-4.5L16 4.5 19.5 8 8.5 19zM13.5 7l3.5 3.5',
  export: 'M12 15V4M7 9l5-5 5 5M4 15v5h16v-5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  help: `${ring}M9.6 9.5a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.1`,
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  import: 'M12 4v11M7 10l5 5 5-5M4 15v5h16v-5',
  info: `${ring}M12 11v5.5M12 7.6v.1`,
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  money: 'M17 8a4 4 0 0 0-8 0v5c0 3-1 5-3 7h12M6 13h8',
  more: 'M5.5 12a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0zM12.6 12a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0zM19.7 12a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0z',
  note: 'M4 5h16v11H10l-4 4v-4H4z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  person: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20a7 7 0 0 1 14 0',
  play: 'M8 5l11 7-11 7z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  server: 'M4 4h16v7H4zM4 13h16v7H4zM7.5 7.5h.1M7.5 16.5h.1M12 7.5h5M12 16.5h5',
  settings:
    'M4 7h8.8M17.2 7H20M4 17h2.8M11.2 17H20M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  'sign-out': 'M10 4H5v16h5M14 8l4 4-4 4M9 12h9',
  star: 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z',
  stop: 'M6.5 6.5h11v11h-11z',
  sync: 'M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5',
  ticket: 'M4 7h16v3.4a1.6 1.6 0 0 0 0 3.2V17H4v-3.4a1.6 1.6 0 0 0 0-3.2zM14 7v10',
  undo: 'M8.5 5L4 9.5 8.5 14M4 9.5h10.5a5 5 0 0 1 0 10H10',
  warning: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.1',
} as const

export type IconName = keyof typeof iconPaths
