import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A mail server that takes everything and keeps it: enough of SMTP (RFC 5321) to be handed a letter. */
export interface PostOffice {
  url: string;
  /** Letters as they came, with whom they are for. */
  letters: { to: string[]; text: string }[];
  /** Resolves with the next letter. */
  next(): Promise<{ to: string[]; text: string }>;
  stop(): Promise<void>;
}

export async function startPostOffice(): Promise<PostOffice> {
  const letters: PostOffice['letters'] = [];
  const waiting: ((letter: { to: string[]; text: string }) => void)[] = [];
  const server = createServer((socket) => {
    let to: string[] = [];
    let data: string | undefined;
    let rest = '';
    socket.write('220 post.example\r\n');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += String(chunk);
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== undefined) {
          if (line !== '.') {
            data += `${line}\n`;
            continue;
          }
          const letter = { to, text: data };
          letters.push(letter);
          waiting.shift()?.(letter);
          [to, data] = [[], undefined];
          socket.write('250 taken\r\n');
        } else if (/^data/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
        else {
          const found = /^rcpt to:<(.*)>/i.exec(line);
          if (found?.[1] !== undefined) to.push(found[1]);
          socket.write('250 fine\r\n');
        }
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** The text of a letter whose body is base64 or quoted-printable. */
export function textOf(letter: string): string {
  const [head = '', ...parts] = letter.split('\n\n');
  const body = parts.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
