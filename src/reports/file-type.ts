// What browsers call the files that are made here.
export const fileTypes = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
} as const
