export interface HelpArticle {
  /** Also its address: /help#id. */
  readonly id: string
  readonly title: string
  /** Words that people search for and that the text does not hold. */
  readonly also: string
  readonly paragraphs: readonly string[]
  /** Done one after the other. */
  readonly steps?: readonly string[]
}
