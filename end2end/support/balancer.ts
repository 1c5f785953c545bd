/** What stands before several servers: hands each request to the next of them, and to another where one is gone. */
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Balancer {
  private turn = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(urls: readonly string[]): Promise<Balancer> {
    const server = createServer();
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    const balancer = new Balancer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () => {
        const first = balancer.turn++ % urls.length;
        const order = [...urls.slice(first), ...urls.slice(0, first)];
        pass(order, incoming, Buffer.concat(pieces), outgoing);
      });
    });
    return balancer;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

function pass([url, ...others]: string[], incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  if (url === undefined) {
    outgoing.writeHead(502).end();
    return;
  }
  const { method, headers, url: path } = incoming;
  const asked = ask(url + (path ?? ''), { method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  asked.on('error', (error: NodeJS.ErrnoException) => {
    if (outgoing.headersSent) return void outgoing.destroy();
    // What may have been done already is not asked for twice.
    const wasNotHeard = error.code === 'ECONNREFUSED' || method === 'GET';
    pass(wasNotHeard ? others : [], incoming, body, outgoing);
  });
  asked.end(body);
}
