/** Controls other than tab and line ends, and halves of characters. */
const unreadable = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu

/** What every reader of CSV or XML takes: some end a cell at NUL, and XML forbids what is left out here. */
export const cellText = (text: string): string => text.replace(unreadable, '')
