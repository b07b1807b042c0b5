/**
 * COPY FROM STDIN in PostgreSQL's binary form, the cheapest way in for rows that are surely new: no statement per value, no text to be
 * read as a date. A row's values are written straight into the bytes that go over the line:
 *
 *   "PGCOPY\n\xff\r\n\0" | i32 flags 0 | i32 0 | of each row: i16 number of values, of each value i32 bytes (-1: null) and bytes | i16 -1
 *
 * in one message `d` (CopyData), followed by `c` (CopyDone).
 */
import pg from 'pg';
import { dayNumber } from '#shared/rules/day';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const copyData = 0x64;
const copyDone = Buffer.from([0x63, 0, 0, 0, 4]);
/** PostgreSQL counts from 2000-01-01. */
const epochDay = 10_957;
const epochMs = epochDay * 86_400_000;
const word = 2 ** 32;

/** Writes the values of rows, each in its turn. One that does not fit its column's type fails the statement. */
export class RowWriter {
  #bytes = Buffer.allocUnsafeSlow(1 << 20);
  #at = 0;

  /** `rows` as the messages of a COPY: `write` is called with each and writes `columns` values. */
  written<R>(rows: Iterable<R>, columns: number, write: (row: R) => void): Buffer {
    this.#at = 5;
    this.#bytes[0] = copyData;
    this.#at += signature.copy(this.#bytes, this.#at);
    this.#at = this.#bytes.fill(0, this.#at, this.#at + 8) && this.#at + 8;
    for (const row of rows) {
      this.#room(2);
      this.#at = this.#bytes.writeInt16BE(columns, this.#at);
      write(row);
    }
    this.#room(2 + copyDone.length);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    this.#bytes.writeInt32BE(this.#at - 1, 1);
    this.#at += copyDone.copy(this.#bytes, this.#at);
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  null(): void {
    this.#int(-1);
  }

  /** Also for json. */
  text(value: string): void {
    this.#room(4 + value.length * 3);
    const bytes = this.#put(value, this.#at + 4);
    this.#at = this.#bytes.writeInt32BE(bytes, this.#at) + bytes;
  }

  jsonb(value: string): void {
    this.#room(5 + value.length * 3);
    const bytes = this.#put(value, this.#at + 5);
    this.#at = this.#bytes.writeInt32BE(bytes + 1, this.#at);
    this.#bytes[this.#at] = 1;
    this.#at += 1 + bytes;
  }

  boolean(value: boolean): void {
    this.#int(1);
    this.#room(1);
    this.#bytes[this.#at++] = Number(value);
  }

  /** @param value a safe integer */
  bigint(value: number): void {
    this.#int(8);
    this.#room(8);
    const high = Math.floor(value / word);
    this.#at = this.#bytes.writeUInt32BE(value - high * word, this.#bytes.writeInt32BE(high, this.#at));
  }

  /** @param day that exists: 2026-03-08 */
  date(day: string): void {
    this.#int(4);
    this.#int(dayNumber(day) - epochDay);
  }

  /** @param moment in UTC: 2026-03-08T01:02:03.456789Z; seconds and fraction may be missing */
  timestamptz(moment: string): void {
    const dot = moment.indexOf('.');
    const whole = Date.parse(dot < 0 ? moment : `${moment.slice(0, dot)}Z`) - epochMs;
    const microseconds = dot < 0 ? 0 : Math.round(Number(`0${moment.slice(dot, -1)}`) * 1e6);
    this.bigint(whole * 1000 + microseconds);
  }

  /** Bytes that are the value already (text-array.ts). */
  binary(value: Uint8Array): void {
    this.#int(value.length);
    this.#room(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  #int(value: number): void {
    this.#room(4);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
  }

  /** Bytes written. Most texts are short and ASCII: those cost less here than by a call into the runtime. */
  #put(text: string, at: number): number {
    const { length } = text;
    if (length > 40) return this.#bytes.write(text, at);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return this.#bytes.write(text, at);
      this.#bytes[at + i] = code;
    }
    return length;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** Sends rows along with the statement, without waiting for PostgreSQL's word in between: where it fails, they are passed over. */
class CopyIn extends pg.Query {
  override submit: (connection: pg.Connection) => void;

  constructor(into: string, messages: Buffer, done: (error: Error | undefined) => void) {
    super('', done);
    this.submit = (connection) => {
      connection.stream.cork();
      connection.query(`COPY ${into} FROM STDIN (FORMAT binary)`);
      connection.stream.write(messages);
      connection.stream.uncork();
    };
  }

  /** Nothing is left to be sent. */
  handleCopyInResponse(): void {}
}

/**
 * Resolves when PostgreSQL has taken all rows.
 * @param into table and columns
 * @param messages by {@link RowWriter}
 */
export const copyIn = (client: pg.ClientBase, into: string, messages: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyIn(into, messages, (error) => (error ? reject(error) : resolve())));
  });
