import { createServer, type Server } from 'node:https';
import type { LanAccess } from '@yilu/identity/contract';
import type { Log } from '@yilu/platform/server';
import type { FastifyInstance } from 'fastify';
import { hostName } from './addresses.ts';
import { keepCertificate } from './keep-certificate.ts';
import { qrRows } from './qr.ts';

/** The door for telephones, beside the one on this machine. */
export interface Lan {
  readonly access: LanAccess;
  readonly close: () => Promise<void>;
}

export interface LanConfig {
  /** Of this machine, on local networks. */
  readonly addresses: readonly string[];
  /** Where the certificate and its authority lie, for nobody else to read. */
  readonly folder: string;
}

/** Where a telephone fetches the authority that it is to trust. */
const authorityPath = '/yilu-lan.crt';
const day = 86_400_000;

/** Serves the same application by HTTPS on the local network, under the same port. */
export async function openLan(
  app: FastifyInstance,
  { addresses, folder }: LanConfig,
  port: number,
  log: Log,
): Promise<Lan> {
  const certify = () => keepCertificate(folder, { host: hostName(), addresses }, new Date());
  const { chain, key, authority, fingerprint } = await certify();
  const servers = addresses.map(() =>
    createServer({ key, cert: chain }, (request, response) => {
      if (request.url !== authorityPath) return app.routing(request, response);
      response.setHeader('content-type', 'application/x-x509-ca-cert');
      response.setHeader('content-disposition', 'attachment; filename="yilu-lan.crt"');
      response.end(authority);
    }),
  );
  try {
    await Promise.all(servers.map((server, at) => listen(server, addresses[at] ?? '', port)));
  } catch (error) {
    await Promise.all(servers.map(close));
    throw error;
  }
  // Renewed while running too: nobody restarts a server because of a certificate.
  const renew = async () => {
    const renewed = await certify();
    for (const server of servers) server.setSecureContext({ key: renewed.key, cert: renewed.chain });
  };
  // The one there is holds for thirty days more, and tomorrow is another try.
  const failed = (error: unknown) => log.error({ err: error }, 'the certificate for telephones was not renewed');
  const renewal = setInterval(() => void renew().catch(failed), day);
  renewal.unref();
  return {
    access: {
      doors: addresses.map((address) => {
        const url = `https://${address}:${port}/`;
        return { url, qr: qrRows(url) };
      }),
      authorityPath,
      fingerprint,
    },
    close: async () => {
      clearInterval(renewal);
      await Promise.all(servers.map(close));
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
}

/** Running requests finish. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
