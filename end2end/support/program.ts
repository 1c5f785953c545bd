/** The program, run as somebody would: the one that NEXTRUNG_PROGRAM names. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The day that it is in the demonstration, for ever. */
export const TODAY = '2026-11-22';

const LISTENS = 'Nextrung is at ';

/** A database: where it is, and how it goes away. */
export interface Database {
  readonly url: string;
  /** Takes it from under whoever uses it. */
  spoil(): Promise<void>;
  remove(): Promise<void>;
}

/** A file in a temporary folder. */
export async function file(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'nextrung-end2end-'));
  const path = join(folder, 'nextrung.db');
  return {
    url: `sqlite:${path}`,
    spoil: async () => {
      for (const part of [path, `${path}-wal`]) await writeFile(part, Buffer.alloc((await stat(part)).size, 'x'));
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A server under way. */
export class Served {
  private mayFail = false;

  private constructor(
    private readonly process: ChildProcess,
    readonly database: Database,
    /** Where it listens. */
    readonly url: string,
    /** What it said before it listened. */
    readonly said: readonly string[],
    private readonly log: readonly string[],
  ) {}

  /** Serves the fictional company, on the day that it is there for ever or another. */
  static async demo(database?: Database, today = TODAY): Promise<Served> {
    return Served.start(['--demo', '--today', today], database ?? (await file()));
  }

  /** Serves a company of nobody. */
  static async empty(): Promise<Served> {
    return Served.start([], await file());
  }

  private static async start(options: string[], database: Database): Promise<Served> {
    const child = spawn(program(), ['serve', ...options, '--database', database.url, '--listen', '127.0.0.1:0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Whatever becomes of the test, nothing is left behind.
    process.once('exit', () => child.kill('SIGKILL'));
    const log: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
    const said: string[] = [];
    const url = await new Promise<string>((listens, ends) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith(LISTENS)) listens(line.slice(LISTENS.length));
        else said.push(line);
      });
      child.once('error', ends);
      child.once('exit', (code) => ends(new Error(`it ended (${code}) before it listened:\n${log.join('\n')}`)));
    });
    return new Served(child, database, url, said, log);
  }

  /** Runs another command on its database, with something to read; what it says. */
  async run(command: string[], input = ''): Promise<string> {
    const child = spawn(program(), [...command, '--database', this.database.url], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    const code = await new Promise((ended) => child.once('close', ended));
    const text = Buffer.concat(said).toString();
    if (code !== 0) throw new Error(`${command.join(' ')}: exit code ${String(code)}\n${text}`);
    return text;
  }

  /** Asks it to stop, and waits. What it logged as an error is one. */
  async stop(): Promise<void> {
    if (this.mayFail) return this.kill();
    const code = await this.end('SIGTERM');
    const wrong = this.log.filter((line) => line.includes('"level":"ERROR"'));
    if (code !== 0 || wrong.length > 0) throw new Error(`exit code ${String(code)}\n${wrong.join('\n')}`);
  }

  /** Takes the database from under it; from then on it may fail as it likes. */
  async spoil(): Promise<void> {
    await this.database.spoil();
    this.mayFail = true;
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<unknown> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill(signal);
    return ended;
  }
}

function program(): string {
  const named = process.env['NEXTRUNG_PROGRAM'];
  if (named === undefined) throw new Error('NEXTRUNG_PROGRAM is to name the program: /path/to/nextrung');
  return named;
}
