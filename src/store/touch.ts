/** How a record is named across kinds: `kind id`. */
export const touchOf = (record: { readonly k: string; readonly id: string }): string => `${record.k} ${record.id}`
