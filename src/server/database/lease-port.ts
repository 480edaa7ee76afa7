// The keys under which devices keep legal text: one for each person.

export interface LegalKey {
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

export interface LeaseStatements {
  /** Gone once the person has lost all of Legal, was switched off, or a device of theirs is to be wiped. */
  legalKey(userId: string): Promise<LegalKey | undefined>
  saveLegalKey(userId: string, key: LegalKey): Promise<void>
}
