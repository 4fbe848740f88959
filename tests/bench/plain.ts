import { createServer, get, type IncomingMessage } from 'node:http';

// `plain.ts <port> <url>`: takes an answer as it is, coded, and gives it to everyone.
const [port = '', url = ''] = process.argv.slice(2);
const asked = await new Promise<IncomingMessage>((done) =>
  get(url, { headers: { 'accept-encoding': 'br' } }, done),
);
const pieces: Buffer[] = [];
for await (const piece of asked) pieces.push(piece);
const body = Buffer.concat(pieces);
const headers = {
  'content-type': asked.headers['content-type'] ?? '',
  'content-encoding': asked.headers['content-encoding'] ?? 'identity',
  'content-length': body.length,
};
createServer((_, res) => {
  res.writeHead(200, headers);
  res.end(body);
}).listen(Number(port));
