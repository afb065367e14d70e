/** The rows of a body, taken in pieces; what comes next is read on while the database works on a piece. */
export class RowsInPieces {
  readonly #rows: AsyncIterator<Buffer>;
  /** Read ahead: outside of the JavaScript heap, and together no more than the body. */
  #waiting: Buffer[] = [];
  #isRead = false;
  #failure: Error | undefined;

  constructor(rows: AsyncIterable<Buffer>) {
    this.#rows = rows[Symbol.asyncIterator]();
  }

  /** Whether all rows have been taken. */
  get isOver(): boolean {
    return this.#isRead && this.#waiting.length === 0 && this.#failure === undefined;
  }

  /** The next rows, until they have so many bytes or none is left. Throws what reading them has thrown. */
  async *take(bytes: number): AsyncGenerator<Buffer> {
    for (let taken = 0; taken < bytes; ) {
      if (this.#waiting.length === 0) await this.#readOn();
      const rows = this.#waiting.shift();
      if (rows === undefined) break;
      taken += rows.length;
      yield rows;
    }
    // Nobody is told of a next piece that has nothing.
    if (this.#waiting.length === 0) await this.#readOn();
    if (this.#failure !== undefined && this.#waiting.length === 0) throw this.#failure;
  }

  /** Reads on until `work` has ended, however it does; answers what it answers. */
  async whileReading<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const end = () => {
      state.isDone = true;
    };
    work.then(end, end);
    while (!state.isDone && !this.#isRead) await this.#readOn();
    return work;
  }

  /** Once more, unless all is read; a failure is kept for whoever takes. */
  async #readOn(): Promise<void> {
    if (this.#isRead) return;
    try {
      const { value, done } = await this.#rows.next();
      if (done) this.#isRead = true;
      else this.#waiting.push(value);
    } catch (error) {
      this.#failure = error as Error;
      this.#isRead = true;
    }
  }
}
