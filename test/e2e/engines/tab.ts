// What the stories need of an engine: a tab that goes somewhere, runs a script, and is touched and typed into like any other.

export interface Tab {
  goTo(address: string): Promise<void>
  reload(): Promise<void>
  /** Runs the body of a function in the page, with `args`; what it returns must be JSON. */
  run<T>(body: string, ...args: readonly unknown[]): Promise<T>
  /** A press at this point of the window, CSS pixels. */
  pressAt(x: number, y: number): Promise<void>
  /** Keys, into whatever has the focus. */
  type(text: string): Promise<void>
  /** PNG. */
  screenshot(): Promise<Buffer>
  /** Ends the browser and all its processes, however it fares. */
  close(): Promise<void>
}

export interface Engine {
  readonly name: string
  readonly isHere: boolean
  /** A browser of its own with one tab as large as a phone; its profile and what it saves lie in `folder`. */
  open(folder: string): Promise<Tab>
}
