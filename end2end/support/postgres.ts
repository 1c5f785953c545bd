/** A database of a PostgreSQL that runs already: the one that NEXTRUNG_TEST_POSTGRES names, as for all other tests. */
import { execFile } from 'node:child_process';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Database } from './program.ts';

const run = promisify(execFile);

/** Where the server is: `postgres://postgres@localhost/postgres?host=FOLDER`. */
export const POSTGRES = process.env['NEXTRUNG_TEST_POSTGRES'];

/** An empty database, by a wire of its own. */
export async function database(): Promise<Database> {
  const server = new URL(POSTGRES ?? '');
  const name = `end2end_${process.pid}_${Date.now()}`;
  const of = ['--host', server.searchParams.get('host') ?? server.hostname, '--username', server.username];
  const tool = (program: string) => join(process.env['NEXTRUNG_TEST_POSTGRES_PROGRAMS'] ?? '', program);
  await run(tool('createdb'), [...of, name]);
  const wire = await lay(server);
  return {
    url: `postgres://${server.username}@127.0.0.1:${wire.port}/${name}`,
    spoil: async () => wire.cut(),
    remove: async () => {
      wire.cut();
      await run(tool('dropdb'), [...of, '--force', name]);
    },
  };
}

/** A wire to a server, which can be cut. */
async function lay(server: URL): Promise<{ port: number; cut(): void }> {
  const folder = server.searchParams.get('host');
  const there = folder === null ? { host: server.hostname, port: Number(server.port || 5432) } : { path: join(folder, '.s.PGSQL.5432') };
  const ends = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(there);
    for (const [end, other] of [[near, far], [far, near]] as const) {
      ends.add(end);
      // Whoever is gone is gone at the other end too, with what it had locked.
      end.on('error', () => end.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listens) => wire.listen(0, '127.0.0.1', listens));
  const cut = () => {
    wire.close();
    ends.forEach((end) => end.destroy());
  };
  return { port: (wire.address() as AddressInfo).port, cut };
}
