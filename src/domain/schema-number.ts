/** Schema number of records that this build writes; ops and exports carry it. */
export const schemaNumber = 1
