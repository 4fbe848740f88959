import { createServer, get, type IncomingMessage } from 'node:http';

// `plain.ts <port> <url> <none|all>`: takes an answer as it is, coded, and gives it to everyone.
const [port = '', url = '', more = 'none'] = process.argv.slice(2);
const asked = await new Promise<IncomingMessage>((done) =>
  get(url, { headers: { 'accept-encoding': 'br' } }, done),
);
const pieces: Buffer[] = [];
for await (const piece of asked) pieces.push(piece);
const body = Buffer.concat(pieces);
// Node says these itself, or they are of this one connection.
const ofConnection = ['date', 'connection', 'keep-alive', 'transfer-encoding'];
const others = Object.entries(asked.headers).filter(([name]) => !ofConnection.includes(name));
const headers = {
  ...(more === 'all' && Object.fromEntries(others)),
  'content-type': asked.headers['content-type'] ?? '',
  'content-encoding': asked.headers['content-encoding'] ?? 'identity',
  'content-length': String(body.length),
};
const head = Object.entries(headers).flat() as string[];
createServer((_, res) => {
  res.writeHead(200, head);
  res.end(body);
}).listen(Number(port));
