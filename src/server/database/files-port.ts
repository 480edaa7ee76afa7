// The bytes of files, part by part, each under the attachment that names it: never shared between two, for else whoever
// knows a hash could name it in a file of their own and read what they may not. They go when their attachment's row does.
export interface FileStatements {
  /** Which parts of an attachment are here, ascending. */
  partsHere(attachmentId: string): Promise<number[]>
  part(attachmentId: string, n: number): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** One that is here already stays. */
  addPart(attachmentId: string, n: number, bytes: Uint8Array): Promise<void>
  /** Attachments of a record that are not deleted. */
  countFiles(recordId: string): Promise<number>
  /** Sizes of what this person has added since (the server's clock, ms) and nobody has deleted, together. */
  bytesAdded(person: string, since: number): Promise<number>
}
