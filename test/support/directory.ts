import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** An OpenID Connect provider as far as signing in needs one: discovery, keys, codes for tokens. Source: OpenID Connect Core 1.0. */
export interface Directory {
  issuer: string;
  /** Who will be signed in there when the browser comes. */
  person: { sub: string; email: string; name: string };
  /** What a browser does that is sent there: signs in and is sent back. @returns where to. */
  visit(address: string): string;
  stop(): Promise<void>;
}

export async function startDirectory(): Promise<Directory> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issued = new Map<string, { nonce: string | null; client: string; person: Directory['person'] }>();
  const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const server = createServer((request, response) => {
    const json = (value: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    if (request.url === '/.well-known/openid-configuration')
      return json({
        issuer: directory.issuer,
        authorization_endpoint: `${directory.issuer}/authorize`,
        token_endpoint: `${directory.issuer}/token`,
        jwks_uri: `${directory.issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (request.url === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const found = issued.get(new URLSearchParams(body).get('code') ?? '');
      if (found === undefined) {
        response.statusCode = 400;
        return json({ error: 'invalid_grant' });
      }
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: directory.issuer,
        aud: found.client,
        iat: now,
        exp: now + 300,
        email_verified: true,
        ...(found.nonce !== null && { nonce: found.nonce }),
        ...found.person,
      };
      const signed = `${text({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${text(claims)}`;
      const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url');
      return json({
        access_token: randomUUID(),
        token_type: 'Bearer',
        expires_in: 300,
        id_token: `${signed}.${signature}`,
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const directory: Directory = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    person: { sub: '1', email: '', name: '' },
    visit(address) {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      issued.set(code, {
        nonce: asked.get('nonce'),
        client: asked.get('client_id') ?? '',
        person: { ...directory.person },
      });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return back.href;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return directory;
}
