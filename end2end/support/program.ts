/** The program, run as somebody would: the one that NEXTRUNG_PROGRAM names. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The day that it is in the demonstration, for ever. */
export const TODAY = '2026-11-22';

const LISTENS = 'Nextrung is at ';

/** A server under way, with a database of its own. */
export class Served {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** Where it listens. */
    readonly url: string,
    /** What it said before it listened. */
    readonly said: string[],
    private readonly log: string[],
  ) {}

  /** Serves the fictional company. */
  static demo(): Promise<Served> {
    return Served.start(['--demo', '--today', TODAY]);
  }

  /** Serves a company of nobody. */
  static empty(): Promise<Served> {
    return Served.start([]);
  }

  private static async start(options: string[]): Promise<Served> {
    const folder = await mkdtemp(join(tmpdir(), 'nextrung-end2end-'));
    const database = `sqlite:${join(folder, 'nextrung.db')}`;
    const child = spawn(program(), ['serve', ...options, '--database', database, '--listen', '127.0.0.1:0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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
    return new Served(child, folder, url, said, log);
  }

  /** Runs another command on its database, with something to read; what it says. */
  async run(command: string[], input = ''): Promise<string> {
    const database = ['--database', `sqlite:${join(this.folder, 'nextrung.db')}`];
    const child = spawn(program(), [...command, ...database], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    const code = await new Promise((ended) => child.once('exit', ended));
    const text = Buffer.concat(said).toString();
    if (code !== 0) throw new Error(`${command.join(' ')}: exit code ${String(code)}\n${text}`);
    return text;
  }

  /** Asks it to stop, and waits until its database is gone too. What went wrong in between is an error. */
  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    const code = await ended;
    await rm(this.folder, { recursive: true });
    const wrong = this.log.filter((line) => line.includes('"level":"ERROR"'));
    if (code !== 0 || wrong.length > 0) throw new Error(`exit code ${String(code)}\n${wrong.join('\n')}`);
  }
}

function program(): string {
  const named = process.env['NEXTRUNG_PROGRAM'];
  if (named === undefined) throw new Error('NEXTRUNG_PROGRAM is to name the program: /path/to/nextrung');
  return named;
}
